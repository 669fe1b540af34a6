#pragma once

#include <string_view>
#include <utility>

#include <boost/asio/buffer.hpp>
#include <boost/system/error_code.hpp>

#include <openssl/ssl.h>

#include <feishu/http/impl/server_tls.hpp>

namespace feishu::http::detail {

FEISHU_DECL result<boost::asio::ssl::context> make_server_tls(server_identity const& identity) {
    namespace ssl = boost::asio::ssl;
    auto const unusable = [](std::string_view field, boost::system::error_code why) {
        return error{.kind = error_kind::validation,
                     .message = std::string(field) + " cannot be used: " + why.message(),
                     .field = std::string(field)};
    };
    ssl::context out(ssl::context::tls_server);
    SSL_CTX_set_min_proto_version(out.native_handle(), TLS1_2_VERSION);
    boost::system::error_code failed;
    bool const file = !identity.certificate_file.empty();
    if (file)
        out.use_certificate_chain_file(identity.certificate_file, failed);
    else
        out.use_certificate_chain(boost::asio::buffer(identity.certificate_pem), failed);
    if (failed)
        return unusable(file ? "certificate_file" : "certificate_pem", failed);
    bool const key_file = !identity.key_file.empty();
    if (key_file)
        out.use_private_key_file(identity.key_file, ssl::context::pem, failed);
    else
        out.use_private_key(boost::asio::buffer(identity.key_pem), ssl::context::pem, failed);
    if (failed)
        return unusable(key_file ? "key_file" : "key_pem", failed);
    return out;
}

} // namespace feishu::http::detail
