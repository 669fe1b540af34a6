#pragma once

#include <mutex>
#include <random>

#include <feishu/http/impl/build.hpp>

namespace feishu::http::detail {

FEISHU_DECL std::string random_hex(std::size_t digits) {
    static std::mutex mutex;
    static std::mt19937_64 engine{[] {
        std::random_device device;
        return (std::uint64_t{device()} << 32) | device();
    }()};
    std::lock_guard lock(mutex);
    std::string out(digits, '0');
    for (auto& c : out)
        c = "0123456789abcdef"[engine() & 15];
    return out;
}

} // namespace feishu::http::detail
