#pragma once
// bucket_rate: how fast a rate bucket of a store fills. `feishu::bucket_rate const rate{.tokens = 50, .burst = 10};`

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace feishu {

/// The rate of a bucket: within any span of time t, at most `burst + tokens * t / period` tokens are taken. All users
/// of a bucket give it the same rate.
struct bucket_rate {
    std::uint32_t tokens = 1;               ///< 1 to 1,000,000
    std::chrono::milliseconds period{1000}; ///< 1 ms to 30 days; so is period * burst / tokens
    std::uint32_t burst = 1;                ///< tokens that a full bucket holds; 1 to 1,000,000
};

/// The turn that `take` has assigned.
struct bucket_turn {
    bool taken = false;               ///< false: it would have been after `max_wait`
    std::chrono::milliseconds wait{}; ///< until the turn, also if it was not taken; zero: now
};

/// A bucket among several that `take` takes a token from.
struct bucket_use {
    std::string_view bucket; ///< its name
    bucket_rate rate{};      ///< the same for all users of the bucket
};

/// How far `take` of several buckets has come.
struct bucket_turns {
    std::size_t taken = 0; ///< the number of buckets, the first ones, that a token was taken from
    std::chrono::milliseconds
        wait{}; ///< until the last of these turns; if it is after `max_wait`, until the next one
};

} // namespace feishu
