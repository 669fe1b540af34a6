#pragma once
// Connects the emulator to the HTTP server: requests go to the dispatcher, WebSockets to the long
// connections.

#include <string>

#include <boost/asio/awaitable.hpp>

#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/impl/gateway/dispatcher.hpp>
#include <feishu/emulator/impl/push/long_connections.hpp>
#include <feishu/http/impl/service.hpp>

namespace feishu::emulator::detail {

class platform_service final : public http::detail::service {
public:
    /// Both must outlive it.
    platform_service(dispatcher& platform, long_connections& connections)
        : platform_(platform), connections_(connections) {}

    FEISHU_DECL boost::asio::awaitable<http::detail::served_response>
    respond(http::detail::served_request in) override;
    FEISHU_DECL std::string rejection_body(boost::system::error_code failed) override;
    FEISHU_DECL bool is_upgrade(http::detail::served_request const& req) override;
    FEISHU_DECL boost::asio::awaitable<void> upgrade(http::detail::byte_stream& connection,
                                                     http::detail::served_request const& req) override;

private:
    dispatcher& platform_;
    long_connections& connections_;
};

} // namespace feishu::emulator::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/net/platform_service.ipp>
#endif
