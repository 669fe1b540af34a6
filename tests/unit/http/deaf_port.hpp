#pragma once
// A loopback port that is reserved but not listening.

#include <string>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

namespace test {

class deaf_port {
public:
    std::string url() const { return "http://" + authority(); }
    std::string authority() const { return "127.0.0.1:" + std::to_string(socket_.local_endpoint().port()); }

private:
    using tcp = boost::asio::ip::tcp;
    boost::asio::io_context context_;
    tcp::socket socket_{context_, {boost::asio::ip::make_address("127.0.0.1"), 0}}; // bound, and no more
};

} // namespace test
