#pragma once
// token_bucket: the arithmetic of a rate bucket. Its state is one point in time: when it will be full again.

#include <algorithm>
#include <chrono>
#include <cstdint>

#include <feishu/store/bucket_rate.hpp>

namespace feishu::detail {

/// Times are microseconds of any clock. The limits of bucket_rate keep all sums far from an overflow.
/// redis_scripts.hpp has the same in Lua.
class token_bucket {
public:
    /// `full_at`: the state; that of a new bucket is any time in the past.
    token_bucket(bucket_rate const& rate, std::int64_t full_at) : rate_(rate), full_at_(full_at) {}

    bucket_turn take(std::int64_t now, std::uint32_t tokens, std::chrono::milliseconds max_wait) {
        auto const full_at = (std::max)(full_at_, now) + cost(tokens);
        auto const wait = (std::max)(full_at - now - cost(rate_.burst), std::int64_t());
        bucket_turn const out{.wait = std::chrono::milliseconds((wait + 999) / 1000)};
        if (out.wait > max_wait)
            return out;
        full_at_ = full_at;
        return {true, out.wait};
    }

    /// The next token is available after `wait`, and the one after it no earlier than the rate says.
    void pause(std::int64_t now, std::chrono::milliseconds wait) {
        full_at_ = (std::max)(full_at_, now + 1000 * wait.count() + cost(rate_.burst) - cost(1));
    }

    std::int64_t full_at() const { return full_at_; }

    /// The time in which the rate provides so many tokens, rounded up.
    std::int64_t cost(std::uint32_t tokens) const {
        auto const period = std::chrono::microseconds(rate_.period).count();
        return (period * tokens + rate_.tokens - 1) / rate_.tokens;
    }

private:
    bucket_rate rate_;
    std::int64_t full_at_;
};

/// Counts a turn among those of several buckets. False if it is the last one.
inline bool add_turn(bucket_turns& to, bucket_turn const& turn) {
    to.taken += turn.taken ? 1 : 0;
    to.wait = turn.wait;
    return turn.taken && turn.wait == turn.wait.zero();
}

} // namespace feishu::detail
