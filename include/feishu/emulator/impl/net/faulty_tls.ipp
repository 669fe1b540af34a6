#pragma once

#include <string>

#include <feishu/emulator/impl/net/faulty_tls.hpp>
#include <feishu/http/impl/server_tls.hpp>

namespace feishu::emulator::detail {

inline boost::asio::ssl::context make_faulty_tls(std::string const& certificate, std::string const& key) {
    return http::detail::make_server_tls({.certificate_pem = certificate, .key_pem = key}).value();
}

inline boost::asio::ssl::context make_unknown_tls() {
    auto const identity = make_loopback_identity().value();
    return make_faulty_tls(identity.certificate, identity.key);
}

FEISHU_DECL faulty_tls::faulty_tls(loopback_identity const& identity)
    : expired_(make_faulty_tls(identity.expired, identity.key)),
      wrong_host_(make_faulty_tls(identity.wrong_host, identity.key)), unknown_ca_(make_unknown_tls()) {}

FEISHU_DECL boost::asio::ssl::context& faulty_tls::context_for(fault kind) {
    switch (kind) {
    case fault::certificate_expired: return expired_;
    case fault::certificate_wrong_host: return wrong_host_;
    default: return unknown_ca_;
    }
}

} // namespace feishu::emulator::detail
