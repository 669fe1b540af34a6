#pragma once
// The three stores, behind one face for tests: a fresh one for each case, and time that moves when told.

#include <atomic>
#include <chrono>
#include <memory>
#include <ostream>
#include <string>

#include <feishu/core/clock.hpp>
#include <feishu/store/memory_store.hpp>
#include <feishu/store/redis_store.hpp>
#include <feishu/store/sqlite_store.hpp>

#include "../temporary_folder.hpp"
#include "redis_server.hpp"

namespace test {

enum class backend { memory, sqlite, redis };

inline std::ostream& operator<<(std::ostream& out, backend which) {
    return out << (which == backend::memory ? "memory" : which == backend::sqlite ? "sqlite" : "redis");
}

inline constexpr backend all_backends[] = {backend::memory, backend::sqlite, backend::redis};
inline constexpr backend shared_backends[] = {backend::sqlite, backend::redis};

class moving_clock : public feishu::clock {
public:
    time_point now() const override { return time_point(since_.load()); }
    void advance(std::chrono::milliseconds by) { since_ = since_.load() + by; }

private:
    std::atomic<time_point::duration> since_ = time_point::duration(std::chrono::hours(500'000));
};

/// The server that the cases of this program share.
inline redis_server& shared_redis() {
    static redis_server server;
    return server;
}

class store_under_test {
public:
    explicit store_under_test(backend which) : which_(which) {
        if (which == backend::redis)
            command({"FLUSHALL"});
        store_ = open();
    }

    feishu::store* operator->() const { return store_.get(); }
    std::shared_ptr<feishu::store> get() const { return store_; }

    /// A store on the same content, as another process has it; in memory, the same store.
    std::shared_ptr<feishu::store> open() const {
        if (which_ == backend::redis)
            return feishu::make_redis_store({.url = shared_redis().url()}).value();
        if (which_ == backend::sqlite)
            return feishu::make_sqlite_store({.path = location(),
                                              .durability = feishu::sqlite_durability::process_crash,
                                              .clock = clock_})
                .value();
        return store_ ? store_ : feishu::make_memory_store({.clock = clock_});
    }

    /// Where another process finds the content.
    std::string location() const {
        return which_ == backend::redis ? shared_redis().url() : folder_.path("store.db");
    }

    /// Redis has the clock of the system: there, everything with a time moves into the past instead.
    void advance(std::chrono::milliseconds by) {
        clock_->advance(by);
        if (which_ == backend::redis)
            command({"EVAL", move_into_past, "0", std::to_string(by.count())});
    }

    static void command(std::vector<std::string> const& arguments) {
        auto const client = feishu::detail::redis_client::make({.url = shared_redis().url()}).value();
        (void)client->run({arguments.begin(), arguments.end()}, feishu::detail::repeatable::no).value();
    }

private:
    static constexpr char const* move_into_past = R"lua(
local by = tonumber(ARGV[1])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
for _, key in ipairs(redis.call('KEYS', '*')) do
    if redis.call('TYPE', key)['ok'] == 'stream' then
        for _, group in ipairs(redis.call('XINFO', 'GROUPS', key)) do
            for _, claim in ipairs(redis.call('XPENDING', key, group[2], '-', '+', 10000)) do
                local at = string.format('%.0f', math.max(1, now - claim[3] - by))
                redis.call('XCLAIM', key, group[2], claim[2], 0, claim[1], 'TIME', at, 'JUSTID')
            end
        end
    else
        if string.find(key, 'feishu:b:', 1, true) == 1 then
            redis.call('SET', key, string.format('%.0f', redis.call('GET', key) - by * 1000), 'KEEPTTL')
        end
        local left = redis.call('PTTL', key)
        if left > by then redis.call('PEXPIRE', key, string.format('%.0f', left - by))
        elseif left >= 0 then redis.call('DEL', key) end
    end
end
)lua";

    backend which_;
    temporary_folder folder_{};
    std::shared_ptr<moving_clock> clock_ = std::make_shared<moving_clock>();
    std::shared_ptr<feishu::store> store_{};
};

} // namespace test
