// The server of the transfer benchmark: sends a file of any size, or receives one, and keeps nothing of it. A thread for
// each connection. Prints a line of JSON with its address and ends with its standard input.
//
//     GET /…?bytes=1048576     a file of that size
//     POST /…                  a form, of which nothing is looked at

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <boost/algorithm/string/find.hpp>

namespace {

void check(bool succeeded, char const* what) {
    if (!succeeded) {
        std::perror(what);
        std::exit(1);
    }
}

std::string response(std::string_view body) {
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " +
           std::to_string(body.size()) + "\r\n\r\n" + std::string(body);
}

/// The number after `name`; 0 if it is not there.
std::uint64_t number_after(std::string_view text, std::string_view name) {
    auto const found = boost::algorithm::ifind_first(text, name);
    return found.empty() ? 0 : std::strtoull(found.end(), nullptr, 10);
}

class connection {
public:
    explicit connection(int fd) : fd_(fd) {}
    ~connection() { ::close(fd_); }

    void serve() {
        while (read_head())
            if (!respond())
                return;
    }

private:
    // Leaves what follows the head in `in_`.
    bool read_head() {
        for (;;) {
            if (auto const end = in_.find("\r\n\r\n"); end != in_.npos) {
                head_ = in_.substr(0, end + 4);
                in_.erase(0, end + 4);
                return true;
            }
            auto const count = ::read(fd_, buffer_.data(), buffer_.size());
            if (count <= 0)
                return false;
            in_.append(buffer_.data(), static_cast<std::size_t>(count));
        }
    }

    bool respond() {
        auto const line = std::string_view(head_).substr(0, head_.find("\r\n"));
        if (!boost::algorithm::ifind_first(head_, "\r\nExpect: 100-continue").empty() &&
            !write("HTTP/1.1 100 Continue\r\n\r\n"))
            return false;
        if (!skip(number_after(head_, "\r\nContent-Length:")))
            return false;
        if (line.find("/auth/v3/") != line.npos)
            return write(response(R"({"code":0,"msg":"ok","tenant_access_token":"t-1","expire":7200})"));
        if (line.starts_with("POST"))
            return write(response(R"({"code":0,"msg":"success","data":{"file_key":"file_1"}})"));
        return send_file(number_after(line, "bytes="));
    }

    bool skip(std::uint64_t size) {
        auto const here = (std::min<std::uint64_t>)(size, in_.size());
        in_.erase(0, static_cast<std::size_t>(here));
        for (size -= here; size > 0;) {
            auto const count = ::read(fd_, buffer_.data(), (std::min<std::uint64_t>)(size, buffer_.size()));
            if (count <= 0)
                return false;
            size -= static_cast<std::uint64_t>(count);
        }
        return true;
    }

    bool send_file(std::uint64_t size) {
        if (!write("HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Disposition: "
                   "attachment; filename=a.bin\r\n"
                   "Content-Length: " +
                   std::to_string(size) + "\r\n\r\n"))
            return false;
        for (; size > 0; size -= (std::min<std::uint64_t>)(size, buffer_.size()))
            if (!write({buffer_.data(), (std::min<std::uint64_t>)(size, buffer_.size())}))
                return false;
        return true;
    }

    bool write(std::string_view bytes) {
        while (!bytes.empty()) {
            auto const count = ::write(fd_, bytes.data(), bytes.size());
            if (count <= 0)
                return false;
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
        return true;
    }

    int fd_;
    std::string in_{};
    std::string head_{};
    std::vector<char> buffer_ = std::vector<char>(256u << 10, 'x');
};

int listening(std::uint16_t& port) {
    int const fd = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof at;
    auto* const address = reinterpret_cast<sockaddr*>(&at);
    check(fd >= 0 && ::bind(fd, address, size) == 0 && ::listen(fd, 64) == 0 &&
              ::getsockname(fd, address, &size) == 0,
          "listen");
    port = ntohs(at.sin_port);
    return fd;
}

} // namespace

int main() {
    std::signal(SIGPIPE, SIG_IGN); // a client that leaves early
    std::uint16_t port = 0;
    int const listener = listening(port);
    std::cout << R"({"http":"http://127.0.0.1:)" << port << "\"}" << std::endl;
    std::thread([listener] {
        for (;;) {
            int const fd = ::accept(listener, nullptr, nullptr);
            check(fd >= 0, "accept");
            int const on = 1;
            ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
            std::thread([fd] { connection(fd).serve(); }).detach();
        }
    }).detach();
    while (std::cin.get() != std::char_traits<char>::eof())
        ;
    std::_Exit(0);
}
