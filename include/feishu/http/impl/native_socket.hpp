#pragma once
// native_socket: a non-blocking TCP socket of the operating system, without Asio.

#if defined(_WIN32)
#include <winsock2.h>
#include <ws2tcpip.h>
#else
#include <netdb.h>
#include <sys/socket.h>
#endif

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <feishu/core/impl/macros.hpp>
#include <feishu/http/impl/io_progress.hpp>

namespace feishu::http::detail {

#if defined(_WIN32)
using native_handle = SOCKET;
inline constexpr native_handle no_handle = INVALID_SOCKET;
#else
using native_handle = int;
inline constexpr native_handle no_handle = -1;
#endif

/// An IPv4 or IPv6 address with its port.
struct socket_address {
    sockaddr_storage storage{};
    socklen_t size = 0;
};

/// The address without its port: "192.0.2.1".
FEISHU_DECL std::string address_text(socket_address const& address);

/// What to wait for.
enum class readiness { readable, writable };

/// Returned by `native_socket::wait` at its deadline: an error that no socket has.
FEISHU_DECL error_code deadline_passed();

/// Initializes the network library of the operating system, where it needs that (WinSock).
FEISHU_DECL void initialize_network();

/// No function but `wait` blocks. Errors are those of the system. A write to a connection that the peer has
/// closed is an error, not a signal. Not thread-safe.
class native_socket {
public:
    native_socket() = default;
    native_socket(native_socket&& other) noexcept : handle_(std::exchange(other.handle_, no_handle)) {}
    native_socket& operator=(native_socket&& other) noexcept {
        std::swap(handle_, other.handle_);
        return *this;
    }
    ~native_socket() { close(); }

    /// Opens a socket and begins to connect it: done when it becomes writable and `connect_result` is no error.
    FEISHU_DECL error_code start_connect(socket_address const& address);
    FEISHU_DECL error_code connect_result();

    /// Failed with would_block if nothing has arrived.
    FEISHU_DECL io_progress receive(void* out, std::size_t size);
    /// Sends a part of two pieces, one after the other. Failed with would_block if the system takes nothing.
    FEISHU_DECL io_progress send(std::array<std::string_view, 2> const& pieces);
    /// True if the connection is open and nothing has arrived.
    FEISHU_DECL bool is_quiet();

    /// Waits until the socket is ready or has failed, or for `deadline_passed`.
    FEISHU_DECL error_code wait(readiness what, steady_clock::time_point deadline);

    FEISHU_DECL void close() noexcept;

private:
    friend struct ready_socket wait_for_any(std::vector<native_socket> const& sockets,
                                            steady_clock::time_point deadline);

    FEISHU_DECL error_code open(int family);
    template <class Option>
    void set_option(int level, int name, Option value) noexcept;

    native_handle handle_ = no_handle;
};

struct ready_socket {
    error_code failed{};   ///< deadline_passed() if none was ready in time
    std::size_t which = 0; ///< its index
};

/// Waits until one of the open sockets is writable or has failed.
FEISHU_DECL ready_socket wait_for_any(std::vector<native_socket> const& sockets, steady_clock::time_point deadline);

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/native_socket.ipp>
#endif
