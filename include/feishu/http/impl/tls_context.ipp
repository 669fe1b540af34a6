#pragma once

#include <memory>
#include <utility>

#include <boost/asio/buffer.hpp>
#include <boost/asio/ssl/context.hpp>

#include <feishu/http/beast_transport.hpp>
#include <feishu/http/impl/url.ipp>

namespace feishu::http::detail {

/// Trust and protocol versions for all connections of a transport. Loading the system's CAs takes
/// milliseconds, so it happens once per transport.
inline result<std::shared_ptr<boost::asio::ssl::context>> make_tls_context(transport_params const& params) {
    namespace ssl = boost::asio::ssl;
    auto context = std::make_shared<ssl::context>(ssl::context::tls_client);
    if (SSL_CTX_set_min_proto_version(context->native_handle(), TLS1_2_VERSION) != 1)
        return unusable("base_url", "needs TLS 1.2, which this build of OpenSSL does not have");
    boost::system::error_code failed;
    context->set_verify_mode(ssl::verify_peer, failed);
    if (!failed && params.ca_file.empty() && params.ca_pem.empty())
        context->set_default_verify_paths(failed);
    if (failed)
        return unusable("base_url", "needs the system's CAs, which cannot be loaded: " + failed.message());
    if (!params.ca_file.empty())
        context->load_verify_file(params.ca_file, failed);
    if (failed)
        return unusable("ca_file", "is not a readable PEM file of certificates: " + failed.message());
    if (!params.ca_pem.empty())
        context->add_certificate_authority(boost::asio::buffer(params.ca_pem), failed);
    if (failed)
        return unusable("ca_pem", "is not a certificate in PEM form: " + failed.message());
    return context;
}

} // namespace feishu::http::detail
