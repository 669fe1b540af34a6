#pragma once
// A server on loopback that follows a script: what it reads, sends and closes is written in the test.
// `scripted_server server({{expect_request(), send("HTTP/1.1 204 No Content\r\n\r\n")}});`
// The n-th connection follows the n-th script; further ones follow the last. A connection whose script has
// ended stays open until the client closes it.

#include <algorithm>
#include <atomic>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>

#include "recording_sink.hpp"

namespace test {

namespace asio = boost::asio;

/// A connection as steps see it, plain or TLS.
class peer {
public:
    peer(asio::ip::tcp::socket socket, asio::ssl::context* tls) : socket_(std::move(socket)) {
        if (tls != nullptr)
            tls_.emplace(socket_, *tls);
    }

    bool handshake() {
        boost::system::error_code failed;
        if (tls_)
            tls_->handshake(asio::ssl::stream_base::server, failed);
        return !failed;
    }

    /// Appends what arrives next; false at the end.
    bool read_more(std::string& text) {
        char bytes[4096];
        boost::system::error_code failed;
        auto const buffer = asio::buffer(bytes);
        auto const n = tls_ ? tls_->read_some(buffer, failed) : socket_.read_some(buffer, failed);
        text.append(bytes, n);
        return !failed;
    }

    bool write(std::string_view text) {
        boost::system::error_code failed;
        auto const buffer = asio::buffer(text);
        tls_ ? asio::write(*tls_, buffer, failed) : asio::write(socket_, buffer, failed);
        return !failed;
    }

    /// Sends TLS's close_notify, and leaves the connection open.
    bool close_notify() {
        tls_->async_shutdown([](boost::system::error_code) {}); // writes at once; nobody runs the rest, which waits
        return true;
    }

    /// While it is set, the system sends whole segments only.
    void cork(bool on) {
        boost::system::error_code ignored;
        socket_.set_option(asio::detail::socket_option::boolean<IPPROTO_TCP, TCP_CORK>(on), ignored);
    }

    /// Shuts down one direction or both; also wakes a thread that reads.
    void shutdown(asio::socket_base::shutdown_type what) {
        std::scoped_lock const lock(mutex_);
        boost::system::error_code ignored;
        socket_.shutdown(what, ignored);
    }

    /// Closes so that the client sees a reset.
    void reset() {
        std::scoped_lock const lock(mutex_);
        boost::system::error_code ignored;
        socket_.set_option(asio::socket_base::linger(true, 0), ignored);
        socket_.close(ignored);
    }

private:
    std::mutex mutex_; // the server's destructor shuts down what a script may be closing
    asio::ip::tcp::socket socket_;
    std::optional<asio::ssl::stream<asio::ip::tcp::socket&>> tls_;
};

class scripted_server {
public:
    /// Does something with the connection and the list of requests; false ends the script.
    using step = std::function<bool(peer&, scripted_server&)>;
    using script = std::vector<step>;

    explicit scripted_server(std::vector<script> scripts, std::shared_ptr<asio::ssl::context> tls = nullptr)
        : scripts_(std::move(scripts)), tls_(std::move(tls)),
          acceptor_(io_, {asio::ip::make_address("127.0.0.1"), 0}), port_(acceptor_.local_endpoint().port()),
          thread_([this] { accept(); }) {}

    ~scripted_server() {
        stopping_ = true;
        boost::system::error_code ignored;
        asio::ip::tcp::socket(io_).connect({asio::ip::make_address("127.0.0.1"), port_}, ignored);
        thread_.join();
        for (auto& one : peers_)
            one->shutdown(asio::socket_base::shutdown_both);
        for (auto& worker : workers_)
            worker.join();
    }

    std::string base_url(std::string const& host = "127.0.0.1") const {
        return (tls_ ? "https://" : "http://") + host + ":" + std::to_string(port_);
    }
    std::string authority() const { return "127.0.0.1:" + std::to_string(port_); }
    int connections() const { return connections_; }

    /// All requests so far, in the order of their arrival.
    std::vector<std::string> requests() const {
        std::scoped_lock const lock(mutex_);
        return requests_;
    }
    void add(std::string request) {
        std::scoped_lock const lock(mutex_);
        requests_.push_back(std::move(request));
    }

private:
    void accept() {
        for (;;) {
            boost::system::error_code failed;
            asio::ip::tcp::socket socket(io_);
            acceptor_.accept(socket, failed);
            if (failed || stopping_)
                return;
            socket.set_option(asio::ip::tcp::no_delay(true), failed);
            auto const index =
                std::min<std::size_t>(static_cast<std::size_t>(connections_++), scripts_.size() - 1);
            auto& one = peers_.emplace_back(std::make_unique<peer>(std::move(socket), tls_.get()));
            workers_.emplace_back([this, p = one.get(), index] { follow(*p, scripts_[index]); });
        }
    }

    void follow(peer& p, script const& steps) {
        if (!p.handshake())
            return;
        for (auto const& one : steps)
            if (!one(p, *this))
                return;
        for (std::string rest; p.read_more(rest);)
            ;
    }

    std::vector<script> scripts_;
    std::shared_ptr<asio::ssl::context> tls_;
    asio::io_context io_;
    asio::ip::tcp::acceptor acceptor_;
    std::uint16_t port_;
    std::atomic<bool> stopping_ = false;
    std::atomic<int> connections_ = 0;
    mutable std::mutex mutex_;
    std::vector<std::string> requests_;
    std::list<std::unique_ptr<peer>> peers_;
    std::list<std::thread> workers_;
    std::thread thread_;
};

/// Reads one request with the body that its Content-Length announces.
inline scripted_server::step expect_request() {
    return [](peer& p, scripted_server& server) {
        std::string text;
        auto const complete = [&] {
            auto const end = text.find("\r\n\r\n");
            if (end == text.npos)
                return false;
            auto const field = text.find("Content-Length: ");
            auto const length = field < end ? std::stoull(text.substr(field + 16)) : 0;
            return text.size() >= end + 4 + length;
        };
        while (!complete())
            if (!p.read_more(text))
                return false;
        server.add(std::move(text));
        return true;
    };
}

/// Reads the head of a request at least.
inline scripted_server::step expect_head() {
    return [](peer& p, scripted_server&) {
        for (std::string text; text.find("\r\n\r\n") == text.npos;)
            if (!p.read_more(text))
                return false;
        return true;
    };
}

inline scripted_server::step send(std::string text) {
    return [text = std::move(text)](peer& p, scripted_server&) { return p.write(text); };
}

inline scripted_server::step send_byte_by_byte(std::string text) {
    return [text = std::move(text)](peer& p, scripted_server&) {
        return std::ranges::all_of(text, [&](char c) { return p.write({&c, 1}); });
    };
}

inline scripted_server::step close() {
    return [](peer& p, scripted_server&) {
        p.shutdown(asio::socket_base::shutdown_both);
        return false;
    };
}

/// Closes so that the client sees a reset.
inline scripted_server::step reset() {
    return [](peer& p, scripted_server&) {
        p.reset();
        return false;
    };
}

/// Runs the test's own code in the connection's thread.
inline scripted_server::step call(std::function<void()> f) {
    return [f = std::move(f)](peer&, scripted_server&) {
        f();
        return true;
    };
}

/// Responds to every request of the connection alike.
inline scripted_server::step answer_all(std::string text) {
    return [text = std::move(text), expect = expect_request()](peer& p, scripted_server& server) {
        while (expect(p, server))
            if (!p.write(text))
                return false;
        return false;
    };
}

inline std::string ok(std::string const& body, std::string const& fields = "") {
    return "HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" + fields + "\r\n" +
           body;
}

} // namespace test
