#pragma once
// Aliases for names of Asio that the transport and the server use.

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <feishu/core/impl/macros.hpp>
#include <feishu/http/impl/io_progress.hpp> // error_code, steady_clock

namespace feishu::http::detail {

namespace asio = boost::asio;
using asio::ip::tcp;
using as_tuple_t = asio::as_tuple_t<asio::use_awaitable_t<>>;

/// co_await with it yields the error code instead of throwing it.
inline constexpr as_tuple_t as_tuple{asio::use_awaitable};

} // namespace feishu::http::detail
