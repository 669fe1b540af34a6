#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <string_view>
#include <utility>

#include <boost/asio/buffer.hpp>
#include <boost/asio/socket_base.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>

#include <feishu/emulator/impl/net/faulty_sender.hpp>
#include <feishu/http/impl/asio.hpp>
#include <feishu/http/impl/byte_stream.hpp>

namespace feishu::emulator::detail {

inline boost::asio::awaitable<void> sleep_for(std::chrono::milliseconds time) {
    if (time.count() <= 0)
        co_return;
    boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor, time);
    co_await timer.async_wait(http::detail::as_tuple);
}

// Closes without a FIN: the peer gets a RST, even for what it has sent and was not read.
inline void reset(http::detail::byte_stream& connection) {
    http::detail::error_code ignored;
    connection.socket().set_option(boost::asio::socket_base::linger(true, 0), ignored);
    connection.close();
}

// False if the peer has closed.
inline boost::asio::awaitable<bool> write_all(http::detail::byte_stream& connection, std::string_view bytes) {
    while (!bytes.empty()) {
        auto const [failed, count] = co_await connection.async_write_some(
            boost::asio::buffer(bytes.data(), bytes.size()), http::detail::as_tuple);
        if (failed)
            co_return false;
        bytes.remove_prefix(count);
    }
    co_return true;
}

// `text` with head and body, of which not all may be sent.
inline boost::asio::awaitable<bool> write_in_pieces(http::detail::byte_stream& connection,
                                                    std::string_view text, faulty_response const& how) {
    auto const body = how.response.body.size();
    text.remove_suffix(body - how.body_bytes.value_or(body));
    auto const piece = how.piece_bytes != 0 ? how.piece_bytes : text.size();
    while (!text.empty()) {
        if (!co_await write_all(connection, text.substr(0, piece)))
            co_return false;
        text.remove_prefix((std::min)(piece, text.size()));
        if (!text.empty())
            co_await sleep_for(how.piece_delay);
    }
    co_return true;
}

inline boost::asio::awaitable<http::detail::connection_use>
send_with_fault(http::detail::byte_stream& connection, std::string_view text, faulty_response const& how) {
    using enum http::detail::connection_use;
    co_await sleep_for(how.delay);
    if (!how.lost && !co_await write_in_pieces(connection, text, how))
        co_return ended;
    switch (how.end) {
    case connection_end::none: co_return again;
    case connection_end::silent: co_return ignored;
    case connection_end::reset: reset(connection); break;
    case connection_end::closed: break;
    }
    co_return ended;
}

FEISHU_DECL http::detail::served_response served_with_fault(faulty_response out) {
    auto served =
        http::detail::make_response(out.response.status, std::move(out.response.headers), out.response.body);
    served.content_length = out.content_length;
    served.send = [how = std::move(out)](http::detail::byte_stream& connection, std::string_view text) {
        return send_with_fault(connection, text, how);
    };
    return served;
}

} // namespace feishu::emulator::detail
