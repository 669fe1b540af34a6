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
    pending(std::string host, std::uint16_t port)
        : host_(std::move(host)), port_(port), thread_([this] { finish(look_up(host_, port_, 0)); }) {}
    pending(pending const&) = delete;
    pending& operator=(pending const&) = delete;
    ~pending() { thread_.join(); }

    bool is_for(std::string const& host, std::uint16_t port) const { return host_ == host && port_ == port; }

    bool wait(steady_clock::time_point deadline) {
        // A wait until the end of the clock could overflow.
        auto const now = steady_clock::now();
        auto const latest = (std::min)(deadline, now + feishu::detail::longest_wait);
        std::unique_lock lock(mutex_);
        return changed_.wait_until(lock, latest, [this] { return done_; });
    }
    bool done() { return wait({}); }
    /// Once `done`.
    found_addresses const& found() const { return found_; }

private:
    void finish(found_addresses found) {
        std::lock_guard const lock(mutex_);
        found_ = std::move(found);
        done_ = true;
        changed_.notify_all();
    }

    std::string const host_;
    std::uint16_t const port_;
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
    auto const lookup = join_or_start(host, port);
    if (lookup->wait(deadline))
        return lookup->found();
    return {.failed = deadline_passed()};
}

// Destroying a lookup waits for its thread, so one that is not waited for is kept until it has ended.
FEISHU_DECL std::shared_ptr<socket_lookups::pending> socket_lookups::join_or_start(std::string const& host,
                                                                                  std::uint16_t port) {
    std::scoped_lock const lock(mutex_);
    std::erase_if(pending_, [](auto const& lookup) { return lookup->done(); });
    for (auto const& lookup : pending_)
        if (lookup->is_for(host, port))
            return lookup;
    return pending_.emplace_back(std::make_shared<pending>(host, port));
}

} // namespace feishu::http::detail
