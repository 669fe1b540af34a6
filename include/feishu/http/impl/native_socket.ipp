#pragma once

#if !defined(_WIN32)
#include <cerrno>

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/uio.h>
#include <unistd.h>
#endif

#include <algorithm>
#include <chrono>
#include <utility>

#include <feishu/http/impl/native_socket.hpp>

namespace feishu::http::detail {

// --- where systems differ

#if defined(_WIN32)
using io_size = int;
inline error_code last_error() { return {WSAGetLastError(), boost::system::system_category()}; }
inline int poll_all(pollfd* first, std::size_t count, int timeout) {
    return ::WSAPoll(first, static_cast<ULONG>(count), timeout);
}
inline void close_handle(native_handle handle) { ::closesocket(handle); }
inline bool make_non_blocking(native_handle handle) {
    u_long on = 1;
    return ::ioctlsocket(handle, static_cast<long>(FIONBIO), &on) == 0;
}
inline constexpr int no_signal = 0;

FEISHU_DECL void initialize_network() {
    static int const started = [] {
        WSADATA ignored;
        return ::WSAStartup(MAKEWORD(2, 2), &ignored);
    }();
    (void)started;
}

inline long send_pieces(native_handle handle, std::array<std::string_view, 2> const& pieces) {
    auto const buffer = [](std::string_view piece) {
        return WSABUF{static_cast<ULONG>(piece.size()), const_cast<char*>(piece.data())};
    };
    WSABUF buffers[] = {buffer(pieces[0]), buffer(pieces[1])};
    DWORD sent = 0;
    return ::WSASend(handle, buffers, 2, &sent, 0, nullptr, nullptr) == 0 ? static_cast<long>(sent) : -1;
}
#else
using io_size = std::size_t;
inline error_code last_error() { return {errno, boost::system::system_category()}; }
inline int poll_all(pollfd* first, std::size_t count, int timeout) { return ::poll(first, count, timeout); }
inline void close_handle(native_handle handle) { ::close(handle); }
inline bool make_non_blocking(native_handle handle) {
    return ::fcntl(handle, F_SETFL, O_NONBLOCK) == 0 && ::fcntl(handle, F_SETFD, FD_CLOEXEC) == 0;
}
#if defined(MSG_NOSIGNAL)
inline constexpr int no_signal = MSG_NOSIGNAL;
#else
inline constexpr int no_signal = 0; // SO_NOSIGPIPE
#endif

FEISHU_DECL void initialize_network() {}

inline long send_pieces(native_handle handle, std::array<std::string_view, 2> const& pieces) {
    if (pieces[1].empty())
        return ::send(handle, pieces[0].data(), pieces[0].size(), no_signal);
    auto const buffer = [](std::string_view piece) {
        return iovec{const_cast<char*>(piece.data()), piece.size()};
    };
    iovec buffers[] = {buffer(pieces[0]), buffer(pieces[1])};
    msghdr message{};
    message.msg_iov = buffers;
    message.msg_iovlen = 2;
    return ::sendmsg(handle, &message, no_signal);
}
#endif

inline bool is_interrupted(error_code why) { return why == boost::asio::error::interrupted; }

// Waits until one of them is ready or has failed, or for deadline_passed.
inline error_code wait_for(pollfd* first, std::size_t count, steady_clock::time_point deadline) {
    constexpr std::chrono::milliseconds longest = std::chrono::hours(1); // fits into an int
    for (;;) {
        auto const left = feishu::detail::time_left(deadline, steady_clock::now());
        if (left.count() == 0)
            return deadline_passed();
        auto const ready = poll_all(first, count, static_cast<int>((std::min)(left, longest).count()));
        if (ready > 0)
            return {};
        if (ready < 0)
            if (auto const failed = last_error(); !is_interrupted(failed))
                return failed;
    }
}

// --- native_socket

FEISHU_DECL error_code deadline_passed() {
    return boost::system::errc::make_error_code(boost::system::errc::stream_timeout);
}

FEISHU_DECL std::string address_text(socket_address const& address) {
    char text[NI_MAXHOST] = "";
    ::getnameinfo(reinterpret_cast<sockaddr const*>(&address.storage), address.size, text, sizeof text, nullptr, 0,
                  NI_NUMERICHOST);
    return text;
}

template <class Option>
void native_socket::set_option(int level, int name, Option value) noexcept {
    ::setsockopt(handle_, level, name, reinterpret_cast<char const*>(&value), sizeof value);
}

FEISHU_DECL error_code native_socket::open(int family) {
    close();
    initialize_network();
    handle_ = ::socket(family, SOCK_STREAM, IPPROTO_TCP);
    if (handle_ == no_handle || !make_non_blocking(handle_))
        return last_error();
    set_option(IPPROTO_TCP, TCP_NODELAY, int{1});
#if defined(SO_NOSIGPIPE)
    set_option(SOL_SOCKET, SO_NOSIGPIPE, int{1});
#endif
    return {};
}

FEISHU_DECL error_code native_socket::start_connect(socket_address const& address) {
    if (auto const failed = open(address.storage.ss_family))
        return failed;
    if (::connect(handle_, reinterpret_cast<sockaddr const*>(&address.storage), address.size) == 0)
        return {};
    auto const failed = last_error();
    // Interrupted by a signal, the attempt continues.
    bool const begun = failed == boost::asio::error::in_progress ||
                       would_block(failed) || is_interrupted(failed);
    return begun ? error_code() : failed;
}

FEISHU_DECL error_code native_socket::connect_result() {
    int code = 0;
    socklen_t size = sizeof code;
    if (::getsockopt(handle_, SOL_SOCKET, SO_ERROR, reinterpret_cast<char*>(&code), &size) != 0)
        return last_error();
    return {code, boost::system::system_category()};
}

FEISHU_DECL io_progress native_socket::receive(void* out, std::size_t size) {
    for (;;) {
        auto const n = ::recv(handle_, static_cast<char*>(out), static_cast<io_size>(size), 0);
        if (n > 0)
            return {{}, static_cast<std::size_t>(n)};
        if (n == 0)
            return {boost::asio::error::eof, 0};
        if (auto const failed = last_error(); !is_interrupted(failed))
            return {failed, 0};
    }
}

FEISHU_DECL io_progress native_socket::send(std::array<std::string_view, 2> const& pieces) {
    auto const [first, second] = pieces;
    for (;;) {
        auto const n = first.empty() ? send_pieces(handle_, {second, {}}) : send_pieces(handle_, pieces);
        if (n >= 0)
            return {{}, static_cast<std::size_t>(n)};
        if (auto const failed = last_error(); !is_interrupted(failed))
            return {failed, 0};
    }
}

FEISHU_DECL bool native_socket::is_quiet() {
    char byte = 0;
    if (::recv(handle_, &byte, 1, MSG_PEEK) >= 0)
        return false;
    return would_block(last_error());
}

FEISHU_DECL error_code native_socket::wait(readiness what, steady_clock::time_point deadline) {
    pollfd one{handle_, static_cast<short>(what == readiness::readable ? POLLIN : POLLOUT), 0};
    return wait_for(&one, 1, deadline);
}

FEISHU_DECL ready_socket wait_for_any(std::vector<native_socket> const& sockets, steady_clock::time_point deadline) {
    std::vector<pollfd> open;
    std::vector<std::size_t> indices;
    for (std::size_t i = 0; i < sockets.size(); ++i) {
        if (sockets[i].handle_ == no_handle)
            continue;
        open.push_back({sockets[i].handle_, POLLOUT, 0});
        indices.push_back(i);
    }
    if (auto const failed = wait_for(open.data(), open.size(), deadline))
        return {failed, 0};
    auto const ready = std::find_if(open.begin(), open.end(), [](pollfd const& one) { return one.revents != 0; });
    return {{}, indices[static_cast<std::size_t>(ready - open.begin())]};
}

FEISHU_DECL void native_socket::close() noexcept {
    if (handle_ != no_handle)
        close_handle(std::exchange(handle_, no_handle));
}

} // namespace feishu::http::detail
