#pragma once
// A port of loopback that nobody uses, for servers that must be told one.

#include <cstdint>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

namespace test {

inline std::uint16_t free_port() {
    boost::asio::io_context context;
    boost::asio::ip::tcp::acceptor const acceptor(context, {boost::asio::ip::make_address("127.0.0.1"), 0});
    return acceptor.local_endpoint().port();
}

} // namespace test
