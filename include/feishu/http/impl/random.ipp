#pragma once

#include <array>
#include <atomic>
#include <stdexcept>

#include <openssl/rand.h>
#ifndef _WIN32
#include <pthread.h>
#endif

#include <feishu/core/impl/hex.hpp>
#include <feishu/http/impl/random.hpp>

namespace feishu::http::detail {

/// The number of forks between the first process and this one.
inline std::atomic<unsigned> forks{0};

inline bool count_forks() {
#ifdef _WIN32
    return true;
#else
    return pthread_atfork(nullptr, nullptr, [] { ++forks; }) == 0;
#endif
}

/// Random bytes of one thread. OpenSSL's generator costs a system call and thousands of instructions per use, so it
/// is asked for many bytes at once.
class random_pool {
public:
    unsigned char next() {
        if (used_ == bytes_.size() || forks_ != forks)
            refill();
        return bytes_[used_++];
    }

private:
    void refill() {
        static bool const counting = count_forks();
        if (!counting || RAND_bytes(bytes_.data(), static_cast<int>(bytes_.size())) != 1)
            throw std::runtime_error("OpenSSL has no random bytes");
        forks_ = forks;
        used_ = 0;
    }

    std::array<unsigned char, 512> bytes_{};
    std::size_t used_ = bytes_.size();
    unsigned forks_ = 0;
};

FEISHU_DECL std::string random_hex(std::size_t digits) {
    static thread_local random_pool pool;
    std::string out(digits, '0');
    for (std::size_t i = 0; i < digits; i += 2) {
        auto const byte = pool.next();
        out[i] = feishu::detail::hex_digits[byte >> 4];
        if (i + 1 < digits)
            out[i + 1] = feishu::detail::hex_digits[byte & 15];
    }
    return out;
}

} // namespace feishu::http::detail
