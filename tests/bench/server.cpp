// The server of the call benchmark: reads a request and sends a fixed response, over HTTP and HTTPS, in one thread.
// Prints a line of JSON with the addresses and ends with its standard input.
//
//     bench_server CA_FILE       writes the certificate authority that clients are to trust

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <boost/algorithm/string/find.hpp>
#include <openssl/pem.h>
#include <openssl/ssl.h>

#include <feishu/emulator/impl/net/certificate.hpp>

namespace {

struct free_tls {
    void operator()(SSL* one) const { SSL_free(one); }
    void operator()(SSL_CTX* one) const { SSL_CTX_free(one); }
    void operator()(BIO* one) const { BIO_free(one); }
    void operator()(X509* one) const { X509_free(one); }
    void operator()(EVP_PKEY* one) const { EVP_PKEY_free(one); }
};
template <class T>
using owned = std::unique_ptr<T, free_tls>;

void check(bool succeeded, char const* what) {
    if (!succeeded) {
        std::perror(what);
        std::exit(1);
    }
}

std::string response(std::string_view body) {
    return "HTTP/1.1 200 OK\r\nServer: bench\r\nContent-Type: application/json; charset=utf-8\r\n"
           "X-Tt-Logid: 202611270148570100080230440D1F2A3B\r\nContent-Length: " +
           std::to_string(body.size()) + "\r\n\r\n" + std::string(body);
}

std::string const token_response =
    response(R"({"code":0,"msg":"ok","app_access_token":"a-g1044qeGEDXTB6NDJOGV4JQCYDGHRBARFTGT1234",)"
             R"("tenant_access_token":"t-g1044qeGEDXTB6NDJOGV4JQCYDGHRBARFTGT1234","expire":7200})");
std::string const message_response = response(
    R"({"code":0,"msg":"success","data":{"message_id":"om_dc13264520392913993dd051dba21dcf","msg_type":"text",)"
    R"("create_time":"1615380573411","update_time":"1615380573411","deleted":false,"updated":false,)"
    R"("chat_id":"oc_84983ff6516d731e5b5f68d4ea2e1da5","sender":{"id":"cli_9f427eec54ae901b","id_type":"app_id",)"
    R"("sender_type":"app","tenant_key":"736588c9260f175e"},"body":{"content":"{\"text\":\"disk full on db-1\"}"}}})");

/// The size of the request at the beginning of `in`, if all of it is there.
std::optional<std::size_t> first_request(std::string_view in) {
    auto const end = in.find("\r\n\r\n");
    if (end == in.npos)
        return std::nullopt;
    auto const head = in.substr(0, end + 4);
    auto const length = boost::algorithm::ifind_first(head, "\r\nContent-Length:");
    auto const body = length.empty() ? 0u : std::strtoul(length.end(), nullptr, 10);
    auto const size = head.size() + body;
    return size <= in.size() ? std::optional(size) : std::nullopt;
}

struct connection {
    owned<SSL> tls{}; // null over HTTP
    std::string in{};
};

/// Bytes read; zero or less when there are none or the connection has ended.
long read_some(int fd, connection& from, std::array<char, 65536>& into) {
    if (from.tls)
        return SSL_read(from.tls.get(), into.data(), static_cast<int>(into.size()));
    return ::read(fd, into.data(), into.size());
}

bool write_all(int fd, connection& to, std::string const& out) {
    auto const size = static_cast<long>(out.size());
    return (to.tls ? SSL_write(to.tls.get(), out.data(), static_cast<int>(size))
                   : ::write(fd, out.data(), out.size())) == size;
}

/// False when the connection has ended.
bool serve(int fd, connection& one) {
    static std::array<char, 65536> buffer;
    for (;;) {
        auto const count = read_some(fd, one, buffer);
        if (count <= 0) // over HTTP epoll says that there is something, over TLS it may be half a record
            return one.tls && SSL_get_error(one.tls.get(), static_cast<int>(count)) == SSL_ERROR_WANT_READ;
        one.in.append(buffer.data(), static_cast<std::size_t>(count));
        while (auto const size = first_request(one.in)) {
            auto const line = std::string_view(one.in).substr(0, one.in.find("\r\n"));
            if (!write_all(fd, one, line.find("/auth/v3/") != line.npos ? token_response : message_response))
                return false;
            one.in.erase(0, *size);
        }
        if (!one.tls)
            return true;
    }
}

int listening(std::uint16_t& port) {
    int const fd = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof at;
    auto* const address = reinterpret_cast<sockaddr*>(&at);
    check(fd >= 0 && ::bind(fd, address, size) == 0 && ::listen(fd, 1024) == 0 &&
              ::getsockname(fd, address, &size) == 0,
          "listen");
    port = ntohs(at.sin_port);
    return fd;
}

owned<SSL_CTX> server_context(std::string const& ca_file) {
    auto const identity = feishu::emulator::make_loopback_identity().value();
    std::ofstream(ca_file) << identity.ca;
    auto const memory = [](std::string const& pem) {
        return owned<BIO>(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    };
    owned<X509> const certificate(
        PEM_read_bio_X509(memory(identity.certificate).get(), nullptr, nullptr, nullptr));
    owned<EVP_PKEY> const key(PEM_read_bio_PrivateKey(memory(identity.key).get(), nullptr, nullptr, nullptr));
    owned<SSL_CTX> context(SSL_CTX_new(TLS_server_method()));
    check(SSL_CTX_use_certificate(context.get(), certificate.get()) == 1 &&
              SSL_CTX_use_PrivateKey(context.get(), key.get()) == 1,
          "certificate");
    SSL_CTX_set_read_ahead(context.get(), 1);
    return context;
}

class server {
public:
    explicit server(std::string const& ca_file) : tls_(server_context(ca_file)) {
        std::uint16_t http = 0, https = 0;
        http_ = listening(http);
        https_ = listening(https);
        for (int const fd : {http_, https_, STDIN_FILENO})
            watch(fd);
        std::cout << R"({"http":"http://127.0.0.1:)" << http << R"(","https":"https://127.0.0.1:)" << https
                  << "\"}" << std::endl;
    }

    void run() {
        std::array<epoll_event, 256> ready{};
        for (;;) {
            int const count = ::epoll_wait(epoll_, ready.data(), ready.size(), -1);
            for (int at = 0; at < count; ++at) {
                int const fd = ready[static_cast<std::size_t>(at)].data.fd;
                if (fd == STDIN_FILENO)
                    return;
                if (fd == http_ || fd == https_)
                    accept(fd);
                else if (!serve(fd, connections_[fd]))
                    close(fd);
            }
        }
    }

private:
    void watch(int fd) const {
        epoll_event wanted{};
        wanted.events = EPOLLIN;
        wanted.data.fd = fd;
        check(::epoll_ctl(epoll_, EPOLL_CTL_ADD, fd, &wanted) == 0, "epoll_ctl");
    }

    void accept(int listener) {
        int const fd = ::accept4(listener, nullptr, nullptr, SOCK_NONBLOCK);
        if (fd < 0)
            return;
        int const on = 1;
        ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        auto& one = connections_[fd] = {};
        if (listener == https_) {
            one.tls.reset(SSL_new(tls_.get()));
            SSL_set_fd(one.tls.get(), fd);
            SSL_set_accept_state(one.tls.get());
        }
        watch(fd);
    }

    void close(int fd) {
        connections_.erase(fd);
        ::close(fd);
    }

    owned<SSL_CTX> tls_;
    int epoll_ = ::epoll_create1(0);
    int http_ = -1;
    int https_ = -1;
    std::map<int, connection> connections_{};
};

} // namespace

int main(int count, char** values) {
    if (count != 2) {
        std::cerr << "usage: bench_server CA_FILE\n";
        return 2;
    }
    std::signal(SIGPIPE, SIG_IGN); // a client that leaves early
    server(values[1]).run();
}
