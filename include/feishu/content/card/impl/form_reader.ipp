#pragma once

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <feishu/content/card/impl/form_reader.hpp>
#include <feishu/core/impl/trimmed.hpp>
#include <feishu/core/impl/utf8.hpp>

namespace feishu::card::detail {

inline std::optional<unsigned> number_in(std::string_view text, std::size_t at, std::size_t size) {
    unsigned out = 0;
    if (at + size > text.size() || text[at] < '0' || text[at] > '9')
        return {};
    auto const [end, failed] = std::from_chars(text.data() + at, text.data() + at + size, out);
    return failed == std::errc() && end == text.data() + at + size ? std::optional(out) : std::nullopt;
}

// 2026-02-28, which a time of day or a zone may follow.
inline std::optional<std::chrono::year_month_day> date_from(std::string_view text) {
    auto const year = number_in(text, 0, 4), month = number_in(text, 5, 2), day = number_in(text, 8, 2);
    if (!year || !month || !day || text[4] != '-' || text[7] != '-' || (text.size() > 10 && text[10] != ' '))
        return {};
    std::chrono::year_month_day const out{std::chrono::year(static_cast<int>(*year)),
                                          std::chrono::month(*month), std::chrono::day(*day)};
    return out.ok() ? std::optional(out) : std::nullopt;
}

// 2026-02-28 09:30 +0800; without a zone, UTC.
inline std::optional<std::chrono::sys_seconds> time_from(std::string_view text) {
    auto const date = date_from(text);
    auto const hour = number_in(text, 11, 2), minute = number_in(text, 14, 2);
    if (!date || !hour || !minute || text[13] != ':' || *hour > 23 || *minute > 59)
        return {};
    std::chrono::minutes zone(0);
    if (auto const rest = feishu::detail::trimmed(text.substr(16)); !rest.empty()) {
        bool const colon = rest.size() == 6 && rest[3] == ':';
        auto const hours = number_in(rest, 1, 2), minutes = number_in(rest, colon ? 4 : 3, 2);
        if ((rest.size() != 5 && !colon) || !hours || !minutes || (rest[0] != '+' && rest[0] != '-'))
            return {};
        zone = std::chrono::hours(*hours) + std::chrono::minutes(*minutes);
        if (rest[0] == '-')
            zone = -zone;
    }
    return std::chrono::sys_days(*date) + std::chrono::hours(*hour) + std::chrono::minutes(*minute) - zone;
}

// Reads the submitted value of one question.
class form_reader {
public:
    form_reader(form_question const& question, violations& found) : question_(question), found_(found) {}

    // Nothing if the value was refused.
    std::optional<form_answer> read(boost::json::value const* value) {
        using enum form_input;
        auto const input = question_.member->input;
        if (input == checkbox)
            return read_bool(value);
        if (input == choices || input == lines || input == people)
            return read_list(value);
        if (value != nullptr && !value->is_null() && !value->is_string())
            return refuse("is not a text");
        std::string_view const text =
            value == nullptr || value->is_null() ? std::string_view() : std::string_view(value->get_string());
        if (feishu::detail::trimmed(text).empty())
            return missing(needed(question_));
        return read_text(text);
    }

private:
    std::optional<form_answer> refuse(std::string text, rule broken = rule::other) {
        violation problem;
        problem.rule = broken;
        problem.text = std::move(text);
        return refuse(std::move(problem));
    }
    std::optional<form_answer> refuse(violation problem) {
        problem.field = std::string(question_.member->name);
        found_.add(std::move(problem));
        return {};
    }
    std::optional<form_answer> refuse(rule broken, std::size_t limit, std::size_t actual) {
        violation problem;
        problem.rule = broken;
        problem.limit = static_cast<std::int64_t>(limit);
        problem.actual = static_cast<std::int64_t>(actual);
        return refuse(std::move(problem));
    }
    std::optional<form_answer> missing(bool required) {
        return required ? refuse({}, rule::required) : std::optional(form_answer());
    }

    std::optional<form_answer> read_bool(boost::json::value const* value) {
        if (value == nullptr || value->is_null())
            return form_answer(false);
        return value->is_bool() ? std::optional(form_answer(value->get_bool())) : refuse("is not a boolean");
    }

    std::optional<form_answer> read_text(std::string_view text) {
        using enum form_input;
        switch (question_.member->input) {
        case integer: return read_integer(feishu::detail::trimmed(text));
        case real: return read_real(feishu::detail::trimmed(text));
        case date:
            if (auto const day = date_from(text))
                return form_answer(*day);
            return refuse("is not a date");
        case time:
            if (auto const time = time_from(text))
                return form_answer(*time);
            return refuse("is not a date and time");
        default: return check_text(text) ? std::optional(form_answer(std::string(text))) : std::nullopt;
        }
    }

    bool check_text(std::string_view text) {
        if (has_menu(question_) && !is_option(text))
            return false;
        auto const& member = *question_.member;
        auto const characters = utf8::scan(text).characters;
        bool const list = member.input == form_input::lines; // whose limits are those of the list
        if (!list && characters < member.min)
            refuse(rule::min_characters, member.min, characters);
        else if (!list && characters > member.max)
            refuse(rule::max_characters, member.max, characters);
        else
            return true;
        return false;
    }

    bool is_option(std::string_view text) {
        std::string all;
        for (auto const& each : options_of(question_)) {
            if (each.value == text)
                return true;
            all += (all.empty() ? "" : ", ") + each.value;
        }
        refuse("is \"" + std::string(text) + "\", not one of " + all, rule::enumerator);
        return false;
    }

    template <class Number>
    std::optional<form_answer> check_number(Number value) {
        auto const& member = *question_.member;
        auto const relation = static_cast<double>(value) < member.least  ? ", must be at least "
                              : static_cast<double>(value) > member.most ? ", must be at most "
                                                                         : "";
        if (*relation == '\0')
            return form_answer(value);
        bool const low = static_cast<double>(value) < member.least;
        violation problem;
        problem.rule = rule::other;
        problem.text = "is ";
        feishu::detail::append_quantity(problem.text, value);
        problem.text += relation;
        feishu::detail::append_quantity(problem.text, low ? member.least : member.most);
        return refuse(std::move(problem));
    }

    std::optional<form_answer> read_integer(std::string_view text) {
        std::int64_t value = 0;
        if (text.starts_with('+'))
            text.remove_prefix(1);
        auto const [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (failed != std::errc() || end != text.data() + text.size())
            return refuse("is not a whole number");
        return check_number(value);
    }

    std::optional<form_answer> read_real(std::string_view text) {
        double value = 0;
        if (text.starts_with('+'))
            text.remove_prefix(1);
        auto const [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (failed != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
            return refuse("is not a number");
        return check_number(value);
    }

    // An array, or the lines of an input.
    std::optional<form_answer> read_list(boost::json::value const* value) {
        std::vector<std::string> items;
        if (value != nullptr && value->is_string()) {
            append_lines(items, value->get_string());
        } else if (value != nullptr && value->is_array()) {
            for (auto const& each : value->get_array()) {
                if (!each.is_string())
                    return refuse("has an item that is not a text");
                items.emplace_back(std::string_view(each.get_string()));
            }
        } else if (value != nullptr && !value->is_null()) {
            return refuse("is not a list");
        }
        auto const& member = *question_.member;
        if (items.empty())
            return missing(needed(question_));
        if (items.size() < member.min)
            return refuse(rule::min_items, member.min, items.size());
        if (items.size() > member.max)
            return refuse(rule::max_items, member.max, items.size());
        if (has_menu(question_))
            for (auto const& each : items)
                if (!is_option(each))
                    return {};
        return form_answer(std::move(items));
    }

    static void append_lines(std::vector<std::string>& out, std::string_view text) {
        while (!text.empty()) {
            auto const end = (std::min)(text.find('\n'), text.size());
            if (auto const line = feishu::detail::trimmed(text.substr(0, end)); !line.empty())
                out.emplace_back(line);
            text.remove_prefix((std::min)(end + 1, text.size()));
        }
    }

    form_question const& question_;
    violations& found_;
};

FEISHU_DECL std::optional<form_answer> read_answer(form_question const& question,
                                                   boost::json::value const* submitted, violations& found) {
    return form_reader(question, found).read(submitted);
}

} // namespace feishu::card::detail
