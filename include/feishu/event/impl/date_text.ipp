#pragma once

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <system_error>
#include <utility>

#include <feishu/event/impl/date_text.hpp>

namespace feishu::detail {

inline std::optional<int> digits(std::string_view text, std::size_t least, std::size_t most) {
    int value = 0;
    auto const end = text.data() + text.size();
    if (text.size() < least || text.size() > most || text.front() < '0' || text.front() > '9')
        return {};
    auto const [stopped, failed] = std::from_chars(text.data(), end, value);
    return failed == std::errc() && stopped == end ? std::optional(value) : std::nullopt;
}

inline bool is_word(std::string_view text) {
    return !text.empty() &&
           std::ranges::all_of(text, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); });
}

/// Collects the parts of a date, in any unambiguous order.
class date_parts {
public:
    /// False if the token is not part of a date, or repeats a part.
    bool take(std::string_view part) {
        if (part.find(':') != part.npos)
            return take_time(part);
        if (part.front() == '+' || part.front() == '-')
            return take_offset(part);
        if (auto const dash = part.find('-'); dash != part.npos) { // 14-Nov-22
            auto const rest = part.substr(dash + 1);
            auto const second = (std::min)(rest.find('-'), rest.size());
            return second + 1 < rest.size() && dash > 0 && second > 0 && take_number(part.substr(0, dash)) &&
                   take_word(rest.substr(0, second)) && take_number(rest.substr(second + 1));
        }
        return is_word(part) ? take_word(part) : take_number(part);
    }

    std::optional<std::chrono::sys_seconds> value() const {
        using namespace std::chrono;
        if (!day_ || !month_ || !year_ || !time_)
            return {};
        year_month_day const date{std::chrono::year(*year_), std::chrono::month(*month_),
                                  std::chrono::day(*day_)};
        if (!date.ok())
            return {};
        return sys_days(date) + *time_ - offset_.value_or(minutes(0));
    }

private:
    bool take_time(std::string_view text) {
        if (time_ || text.size() != 8 || text[2] != ':' || text[5] != ':')
            return false;
        auto const h = digits(text.substr(0, 2), 2, 2), m = digits(text.substr(3, 2), 2, 2),
                   s = digits(text.substr(6, 2), 2, 2);
        if (!h || !m || !s || *h > 23 || *m > 59 || *s > 60)
            return false;
        time_ = std::chrono::hours(*h) + std::chrono::minutes(*m) + std::chrono::seconds(*s);
        return true;
    }

    bool take_offset(std::string_view text) {
        auto const read = digits(text.substr(1), 2, 4); // hh or hhmm
        if (offset_ || !read || text.size() == 4)
            return false;
        auto const hhmm = text.size() == 3 ? *read * 100 : *read;
        if (hhmm / 100 > 23 || hhmm % 100 > 59)
            return false;
        std::chrono::minutes const offset(hhmm / 100 * 60 + hhmm % 100);
        offset_ = text.front() == '-' ? -offset : offset;
        return true;
    }

    // The day precedes the year in all formats.
    bool take_number(std::string_view text) {
        if (!day_) {
            auto const day = digits(text, 1, 2);
            if (day)
                day_ = static_cast<unsigned>(*day);
            return day.has_value();
        }
        auto const year = text.size() == 3 ? std::nullopt : digits(text, 2, 4);
        if (year_ || !year)
            return false;
        year_ = text.size() == 4 ? *year : *year + (*year < 70 ? 2000 : 1900);
        return true;
    }

    bool take_word(std::string_view word) {
        static constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
        static constexpr std::array<std::string_view, 7> days{"Mon", "Tue", "Wed", "Thu",
                                                              "Fri", "Sat", "Sun"};
        auto const start = word.substr(0, 3);
        if (auto const found = std::ranges::find(months, start); !month_ && found != months.end()) {
            month_ = static_cast<unsigned>(found - months.begin()) + 1;
            return true;
        }
        if (std::ranges::find(days, start) != days.end() && (word.size() == 3 || word.ends_with("day")))
            return !std::exchange(weekday_, true);
        return take_zone(word);
    }

    bool take_zone(std::string_view name) {
        struct zone {
            std::string_view name;
            int hours;
        };
        static constexpr zone zones[] = {{"GMT", 0}, {"UTC", 0}, {"UT", 0},  {"Z", 0},  {"CST", 8},
                                         {"HKT", 8}, {"SGT", 8}, {"JST", 9}, {"KST", 9}};
        for (auto const& one : zones)
            if (one.name == name && !offset_) {
                offset_ = std::chrono::hours(one.hours);
                return true;
            }
        return false;
    }

    std::optional<unsigned> day_{}, month_{};
    std::optional<int> year_{};
    std::optional<std::chrono::seconds> time_{};
    std::optional<std::chrono::minutes> offset_{};
    bool weekday_ = false;
};

FEISHU_DECL std::optional<std::chrono::sys_seconds> parse_date(std::string_view text) {
    constexpr std::size_t longest = 64;
    if (text.size() > longest)
        return {};
    date_parts parts;
    while (!text.empty()) {
        auto const end = (std::min)(text.find_first_of(" ,"), text.size());
        if (end != 0 && !parts.take(text.substr(0, end)))
            return {};
        text.remove_prefix((std::min)(end + 1, text.size()));
    }
    return parts.value();
}

} // namespace feishu::detail
