#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstring>
#include <thread>
#include <utility>

#include <feishu/http/impl/socket_lookup.hpp>

namespace feishu::http::detail {

/// As Asio's resolver reports them.
inline error_code lookup_error(int code) {
    namespace error = boost::asio::error;
    switch (code) {
    case 0: return {};
    case EAI_AGAIN: return error::host_not_found_try_again;
    case EAI_FAIL: return error::no_recovery;
    case EAI_MEMORY: return error::no_memory;
    default: return error::host_not_found;
    }
}

/// Calls the system's resolver, which blocks for a name.
inline found_addresses look_up(std::string const& host, std::uint16_t port, int flags) {
    initialize_network();
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = flags | AI_NUMERICSERV;
    addrinfo* list = nullptr;
    found_addresses out;
    out.failed = lookup_error(::getaddrinfo(host.c_str(), std::to_string(port).c_str(), &hints, &list));
    for (auto const* one = list; one != nullptr; one = one->ai_next) {
        auto& address = out.addresses.emplace_back();
        address.size =
            static_cast<socklen_t>((std::min)(sizeof address.storage, std::size_t(one->ai_addrlen)));
        std::memcpy(&address.storage, one->ai_addr, address.size);
    }
    if (list != nullptr)
        ::freeaddrinfo(list);
    return out;
}

/// One lookup on its thread.
class socket_lookups::pending {
public:
    pending(std::string const& host, std::uint16_t port)
        : thread_([this, host, port] { finish(look_up(host, port, 0)); }) {}
    pending(pending const&) = delete;
    pending& operator=(pending const&) = delete;
    ~pending() { thread_.join(); }

    bool wait(steady_clock::time_point deadline) {
        // A wait until the end of the clock could overflow.
        auto const now = steady_clock::now();
        auto const latest = (std::min)(deadline, now + feishu::detail::longest_wait);
        std::unique_lock lock(mutex_);
        return changed_.wait_until(lock, latest, [this] { return done_; });
    }
    bool done() { return wait({}); }
    found_addresses take() { return std::move(found_); }

private:
    void finish(found_addresses found) {
        std::lock_guard const lock(mutex_);
        found_ = std::move(found);
        done_ = true;
        changed_.notify_all();
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    bool done_ = false;
    found_addresses found_{};
    std::thread thread_; // last: it uses the others
};

FEISHU_DECL socket_lookups::socket_lookups() = default;
FEISHU_DECL socket_lookups::~socket_lookups() = default;

FEISHU_DECL found_addresses socket_lookups::run(std::string const& host, std::uint16_t port,
                                                steady_clock::time_point deadline) {
    if (auto numeric = look_up(host, port, AI_NUMERICHOST); !numeric.failed)
        return numeric;
    sweep();
    auto lookup = std::make_unique<pending>(host, port);
    if (lookup->wait(deadline))
        return lookup->take();
    std::scoped_lock const lock(mutex_);
    abandoned_.push_back(std::move(lookup));
    return {.failed = deadline_passed()};
}

// Destroying a lookup waits for its thread, so an abandoned one is kept until it has ended.
FEISHU_DECL void socket_lookups::sweep() {
    std::scoped_lock const lock(mutex_);
    std::erase_if(abandoned_, [](auto const& lookup) { return lookup->done(); });
}

} // namespace feishu::http::detail
