#pragma once

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

#include <feishu/content/card/impl/form_questions.hpp>
#include <feishu/core/impl/utf8.hpp>
#include <feishu/core/validate.hpp>

namespace feishu::card::detail {

inline constexpr std::size_t long_text = 200; // characters from which on an input has several lines
inline constexpr std::string_view submit_name = "_submit"; // no member's wire name ends up here by accident
inline constexpr std::string_view cancel_name = "_cancel";

inline std::string label_from(std::string_view name) {
    std::string out(name);
    std::ranges::replace(out, '_', ' ');
    if (!out.empty() && out[0] >= 'a' && out[0] <= 'z')
        out[0] = static_cast<char>(out[0] - 'a' + 'A');
    return out;
}

inline std::string padded(unsigned number, std::size_t width) {
    auto digits = std::to_string(number);
    return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

inline std::string date_text(std::chrono::year_month_day date) {
    return padded(static_cast<unsigned>(static_cast<int>(date.year())), 4) + '-' +
           padded(static_cast<unsigned>(date.month()), 2) + '-' +
           padded(static_cast<unsigned>(date.day()), 2);
}

inline std::string time_text(std::chrono::sys_seconds time) {
    auto const day = std::chrono::floor<std::chrono::days>(time);
    std::chrono::hh_mm_ss const clock(time - day);
    return date_text(day) + ' ' + padded(static_cast<unsigned>(clock.hours().count()), 2) + ':' +
           padded(static_cast<unsigned>(clock.minutes().count()), 2);
}

// --- the card

inline std::vector<form_option> options_of(form_question const& question) {
    if (!question.options.empty())
        return question.options;
    std::vector<form_option> out;
    for (auto const name : question.member->enumerators)
        out.push_back({.value = std::string(name)});
    return out;
}

inline field::list<option> menu_of(form_question const& question) {
    std::vector<option> out;
    for (auto& each : options_of(question))
        out.push_back({.text = each.text.empty() ? each.value : each.text, .value = each.value});
    return out;
}

template <class T>
std::optional<T> initial(form_question const& question) {
    auto const* value = std::get_if<T>(&question.initial);
    return value != nullptr ? std::optional(*value) : std::nullopt;
}

inline std::optional<std::string> initial_text(form_question const& question) {
    if (auto const* number = std::get_if<std::int64_t>(&question.initial))
        return std::to_string(*number);
    if (auto const* real = std::get_if<double>(&question.initial)) {
        std::string out;
        feishu::detail::append_quantity(out, *real);
        return out;
    }
    if (auto const* lines = std::get_if<std::vector<std::string>>(&question.initial)) {
        std::string out;
        for (auto const& line : *lines)
            out += (out.empty() ? "" : "\n") + line;
        return out;
    }
    return initial<std::string>(question);
}

inline field::list<std::string> chosen(form_question const& question) {
    auto values = initial<std::vector<std::string>>(question);
    return values ? field::list<std::string>(std::move(*values)) : field::list<std::string>();
}

inline std::optional<text> placeholder_of(form_question const& question) {
    return question.placeholder.empty() ? std::nullopt : std::optional<text>(question.placeholder);
}

inline bool needed(form_question const& question) {
    auto const& member = *question.member;
    bool const list = member.input == form_input::choices || member.input == form_input::lines ||
                      member.input == form_input::people;
    return !member.optional && (!list || member.min > 0);
}

inline element input_for(form_question const& question) {
    auto const& member = *question.member;
    input out{.name = std::string(member.name),
              .label = question.label,
              .placeholder = placeholder_of(question),
              .default_value = initial_text(question),
              .required = needed(question),
              .width = "fill"};
    bool const number = member.input == form_input::integer || member.input == form_input::real;
    auto const most = number || member.input == form_input::lines ? max_input_characters : member.max;
    out.max_length = static_cast<int>((std::min)(most, max_input_characters));
    if (member.input == form_input::lines ||
        (!number && member.max != field::unlimited && member.max > long_text))
        out.input_type = input_type::multiline_text;
    return out;
}

// What has a label of its own beside it, because its element has none.
inline element labeled_input(form_question const& question) {
    std::string name(question.member->name);
    bool const required = needed(question);
    auto const shown = placeholder_of(question).value_or(question.label);
    using enum form_input;
    switch (question.member->input) {
    case choice:
    case line:
        return select_static{.options = menu_of(question),
                             .placeholder = shown,
                             .name = name,
                             .required = required,
                             .initial_option = initial<std::string>(question),
                             .width = "fill"};
    case choices:
    case lines:
        return multi_select_static{.options = menu_of(question),
                                   .placeholder = shown,
                                   .name = name,
                                   .required = required,
                                   .selected_values = chosen(question),
                                   .width = "fill"};
    case person:
        return select_person{.placeholder = shown,
                             .name = name,
                             .required = required,
                             .initial_option = initial<std::string>(question),
                             .width = "fill"};
    case people:
        return multi_select_person{.placeholder = shown,
                                   .name = name,
                                   .required = required,
                                   .selected_values = chosen(question),
                                   .width = "fill"};
    case date: {
        auto const day = initial<std::chrono::year_month_day>(question);
        return date_picker{.placeholder = shown,
                           .initial_date = day && day->ok() ? std::optional(date_text(*day)) : std::nullopt,
                           .name = name,
                           .required = required,
                           .width = "fill"};
    }
    default: {
        auto const time = initial<std::chrono::sys_seconds>(question);
        return picker_datetime{.placeholder = shown,
                               .initial_datetime = time ? std::optional(time_text(*time)) : std::nullopt,
                               .name = name,
                               .required = required,
                               .width = "fill"};
    }
    }
}

inline bool has_menu(form_question const& question) {
    return !question.options.empty() || !question.member->enumerators.empty();
}

inline void append_question(std::vector<element>& out, form_question const& question) {
    using enum form_input;
    auto const input = question.member->input;
    bool const entered =
        input == integer || input == real || ((input == line || input == lines) && !has_menu(question));
    if (input == checkbox) {
        out.push_back(checker{.text = question.label,
                              .checked = initial<bool>(question).value_or(false),
                              .name = std::string(question.member->name)});
    } else if (entered) {
        out.push_back(input_for(question));
    } else {
        out.push_back(div{.text = question.label});
        out.push_back(labeled_input(question));
    }
}

FEISHU_DECL form_questions::form_questions(std::string title, std::span<form_member const> members,
                                           void const* initial)
    : title_(std::move(title)) {
    for (auto const& member : members)
        questions_.push_back({.member = &member,
                              .label = label_from(member.name),
                              .initial = member.answer(static_cast<char const*>(initial) +
                                                       reflect::offset_of(member.pointer))});
}

FEISHU_DECL form_question& form_questions::at(std::ptrdiff_t offset) {
    return *std::ranges::find_if(questions_, [offset](form_question const& each) {
        return reflect::offset_of(each.member->pointer) == offset;
    });
}

FEISHU_DECL feishu::card::card form_questions::card() const {
    std::vector<element> inputs;
    for (auto const& question : questions_)
        append_question(inputs, question);
    button submits{.text = submit,
                   .type = button_type::primary,
                   .form_action_type = form_action::submit,
                   .name = std::string(submit_name)};
    if (!value.empty())
        submits.behaviors = {callback(value)};
    inputs.push_back(std::move(submits));
    if (!cancel.empty())
        inputs.push_back(
            button{.text = cancel, .behaviors = {callback(cancel_value)}, .name = std::string(cancel_name)});
    std::vector<element> elements;
    if (!introduction.empty())
        elements.push_back(markdown{introduction});
    elements.push_back(form_container{.name = "form", .elements = std::move(inputs)});
    return {.header = header{.title = title_}, .body = {.elements = std::move(elements)}};
}

// --- what was submitted

inline std::string_view trimmed(std::string_view text) {
    auto const first = text.find_first_not_of(" \t\r\n");
    return first == text.npos ? std::string_view()
                              : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

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
    if (auto const rest = trimmed(text.substr(16)); !rest.empty()) {
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
        if (trimmed(text).empty())
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
        case integer: return read_integer(trimmed(text));
        case real: return read_real(trimmed(text));
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
            if (auto const line = trimmed(text.substr(0, end)); !line.empty())
                out.emplace_back(line);
            text.remove_prefix((std::min)(end + 1, text.size()));
        }
    }

    form_question const& question_;
    violations& found_;
};

FEISHU_DECL result<void> form_questions::read(boost::json::value const& form_value, void* to) const {
    violations found;
    if (!form_value.is_object() && !form_value.is_null())
        found.add("form_value", "is not an object");
    auto const* object = form_value.if_object();
    for (auto const& question : questions_) {
        auto const& name = question.member->name;
        auto const* submitted = object != nullptr ? object->if_contains({name.data(), name.size()}) : nullptr;
        if (auto answer = form_reader(question, found).read(submitted))
            question.member->assign(static_cast<char*>(to) + reflect::offset_of(question.member->pointer),
                                    *answer);
    }
    if (!found.empty())
        return feishu::detail::validation_error({}, std::move(found));
    return {};
}

} // namespace feishu::card::detail
