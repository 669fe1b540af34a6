#pragma once
// Aliases for names of Asio that the transport and the server use.

#include <chrono>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/error_code.hpp>

#include <feishu/core/impl/macros.hpp>

namespace feishu::http::detail {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using steady_clock = std::chrono::steady_clock;
using as_tuple_t = asio::as_tuple_t<asio::use_awaitable_t<>>;

/// co_await with it yields the error code instead of throwing it.
inline constexpr as_tuple_t as_tuple{asio::use_awaitable};

} // namespace feishu::http::detail
