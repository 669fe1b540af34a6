#pragma once
// Connects the emulator to the HTTP server: requests go to the dispatcher, WebSockets to the long
// connections.

#include <string>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ssl/context.hpp>

#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/faults.hpp>
#include <feishu/emulator/impl/gateway/dispatcher.hpp>
#include <feishu/emulator/impl/net/faulty_tls.hpp>
#include <feishu/emulator/impl/push/long_connections.hpp>
#include <feishu/emulator/state.hpp>
#include <feishu/http/impl/service.hpp>

namespace feishu::emulator::detail {

class platform_service final : public http::detail::service {
public:
    /// All must outlive it; `tls` is null without HTTPS.
    platform_service(dispatcher& platform, shared_state& tenant, long_connections& connections,
                     fault_injector& faults, faulty_tls* tls)
        : platform_(platform), tenant_(tenant), connections_(connections), faults_(faults), tls_(tls) {}

    FEISHU_DECL boost::asio::awaitable<http::detail::served_response>
    respond(http::detail::served_request in) override;
    FEISHU_DECL std::string rejection_body(boost::system::error_code failed) override;
    FEISHU_DECL bool is_upgrade(http::detail::served_request const& req) override;
    FEISHU_DECL boost::asio::awaitable<void> upgrade(http::detail::byte_stream& connection,
                                                     http::detail::served_request const& req) override;
    FEISHU_DECL boost::asio::ssl::context& tls_for_connection(boost::asio::ssl::context& usual) override;

private:
    dispatcher& platform_;
    shared_state& tenant_;
    long_connections& connections_;
    fault_injector& faults_;
    faulty_tls* tls_;
};

} // namespace feishu::emulator::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/net/platform_service.ipp>
#endif
