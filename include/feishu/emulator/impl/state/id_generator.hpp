#pragma once
// Ids in the platform's formats, drawn from a seed: the same seed gives the same ids.

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

#include <feishu/core/impl/hex.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/clock.hpp>
#include <feishu/emulator/impl/persist/touched.hpp>

namespace feishu::emulator::detail {

class id_generator {
public:
    explicit id_generator(std::uint64_t seed) : seed_(seed), random_(seed) {}

    /// `prefix` and hexadecimal digits.
    FEISHU_DECL std::string make(std::string_view prefix, std::size_t digits = 32);
    /// A number of 19 decimal digits, as the platform numbers tabs, menu items and tags.
    FEISHU_DECL std::string make_number();
    /// The time to the second, and 20 hexadecimal digits.
    FEISHU_DECL std::string make_log_id(clock::time_point now);

private:
    friend struct store_access;

    FEISHU_DECL void append(std::string& out, std::size_t digits, std::string_view alphabet);

    FEISHU_DECL std::uint64_t draw();

    std::uint64_t seed_;
    std::uint64_t draws_ = 0;
    std::mt19937_64 random_;
};

} // namespace feishu::emulator::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/state/id_generator.ipp>
#endif
