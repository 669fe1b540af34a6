#pragma once
// A proxy on loopback that understands CONNECT and nothing else.
// `loopback_proxy proxy; … {.proxy = proxy.url()}`

#include <atomic>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>

namespace test {

class loopback_proxy {
public:
    /// `reply` is what every CONNECT gets; with the default it is connected.
    explicit loopback_proxy(std::string reply = "HTTP/1.1 200 Connection established\r\n\r\n")
        : answer_(std::move(reply)), acceptor_(io_, {boost::asio::ip::make_address("127.0.0.1"), 0}),
          port_(acceptor_.local_endpoint().port()), thread_([this] { accept(); }) {}

    ~loopback_proxy() {
        stopping_ = true;
        boost::system::error_code ignored;
        socket(io_).connect({boost::asio::ip::make_address("127.0.0.1"), port_}, ignored);
        thread_.join();
        {
            std::scoped_lock const lock(mutex_);
            for (auto& one : sockets_)
                one->shutdown(socket::shutdown_both, ignored);
        }
        for (auto& worker : workers_)
            worker.join();
    }

    std::string url(std::string const& credentials = "") const {
        return "http://" + credentials + authority();
    }
    std::string authority() const { return "127.0.0.1:" + std::to_string(port_); }

    /// The requests so far, each a CONNECT with its header fields.
    std::vector<std::string> requests() const {
        std::scoped_lock const lock(mutex_);
        return requests_;
    }

private:
    using socket = boost::asio::ip::tcp::socket;
    using shared = std::shared_ptr<socket>;
    using error_code = boost::system::error_code;

    void accept() {
        for (;;) {
            error_code failed;
            auto const client = std::make_shared<socket>(io_);
            acceptor_.accept(*client, failed);
            if (failed || stopping_)
                return;
            keep(client);
            workers_.emplace_back([this, client] { serve(client); });
        }
    }

    shared keep(shared one) {
        std::scoped_lock const lock(mutex_);
        sockets_.push_back(one);
        return one;
    }

    void serve(shared const& client) {
        std::string text;
        while (text.find("\r\n\r\n") == text.npos)
            if (!read(*client, text))
                return;
        {
            std::scoped_lock const lock(mutex_);
            requests_.push_back(text);
        }
        error_code failed;
        auto const server = keep(std::make_shared<socket>(io_));
        bool const connect = answer_.find(" 200 ") != answer_.npos;
        if (connect) {
            auto const port = text.substr(text.find(':') + 1);
            server->connect(
                {boost::asio::ip::make_address("127.0.0.1"), static_cast<unsigned short>(std::stoi(port))},
                failed);
        }
        boost::asio::write(*client, boost::asio::buffer(answer_), failed);
        if (!connect || failed) {
            client->shutdown(socket::shutdown_both, failed);
            return;
        }
        std::thread back([=] { pump(*server, *client); });
        pump(*client, *server);
        back.join();
    }

    static bool read(socket& from, std::string& text) {
        char bytes[16384];
        error_code failed;
        text.append(bytes, from.read_some(boost::asio::buffer(bytes), failed));
        return !failed;
    }

    static void pump(socket& from, socket& to) {
        error_code failed;
        for (std::string text; read(from, text) && !failed; text.clear())
            boost::asio::write(to, boost::asio::buffer(text), failed);
        from.shutdown(socket::shutdown_both, failed);
        to.shutdown(socket::shutdown_both, failed);
    }

    std::string answer_;
    boost::asio::io_context io_;
    boost::asio::ip::tcp::acceptor acceptor_;
    unsigned short port_;
    std::atomic<bool> stopping_ = false;
    mutable std::mutex mutex_;
    std::vector<std::string> requests_;
    std::list<shared> sockets_;
    std::list<std::thread> workers_;
    std::thread thread_;
};

} // namespace test
