#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>

#include <feishu/emulator/impl/state/id_generator.hpp>

namespace feishu::emulator::detail {

FEISHU_DECL std::uint64_t id_generator::draw() {
    ++draws_;
    return random_();
}

FEISHU_DECL void id_generator::append(std::string& out, std::size_t digits, std::string_view alphabet) {
    while (digits > 0) {
        auto const n = (std::min<std::size_t>)(digits, 16);
        feishu::detail::append_hex(out, draw(), n, alphabet);
        digits -= n;
    }
}

FEISHU_DECL std::string id_generator::make(std::string_view prefix, std::size_t digits) {
    std::string out(prefix);
    append(out, digits, feishu::detail::hex_digits);
    return out;
}

FEISHU_DECL std::string id_generator::make_number() {
    return std::to_string(7'000'000'000'000'000'000u + draw() % 999'999'999'999'999'999u);
}

FEISHU_DECL std::string id_generator::make_log_id(clock::time_point now) {
    auto const time = std::chrono::floor<std::chrono::seconds>(now);
    auto const day = std::chrono::floor<std::chrono::days>(time);
    std::chrono::year_month_day const date{day};
    std::chrono::hh_mm_ss const time_of_day{time - day};
    char text[40];
    std::snprintf(text, sizeof text, "%04d%02u%02u%02d%02d%02d", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(time_of_day.hours().count()),
                  static_cast<int>(time_of_day.minutes().count()),
                  static_cast<int>(time_of_day.seconds().count()));
    std::string out(text);
    append(out, 20, feishu::detail::upper_hex_digits);
    return out;
}

} // namespace feishu::emulator::detail
