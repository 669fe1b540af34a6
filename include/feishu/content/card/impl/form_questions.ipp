#pragma once

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include <feishu/content/card/impl/form_questions.hpp>
#include <feishu/content/card/impl/form_reader.hpp>
#include <feishu/core/validate.hpp>

namespace feishu::card::detail {

inline constexpr std::size_t long_text = 200; // characters from which on an input has several lines

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

// --- the summary

inline std::string option_text(form_question const& question, std::string const& value) {
    for (auto const& each : question.options)
        if (each.value == value && !each.text.empty())
            return each.text;
    return value;
}

/// A value as people read it.
struct value_text {
    form_question const& question;

    std::string operator()(std::monostate) const { return "-"; }
    std::string operator()(bool value) const { return value ? "yes" : "no"; }
    std::string operator()(std::int64_t value) const { return std::to_string(value); }
    std::string operator()(double value) const {
        std::string out;
        feishu::detail::append_quantity(out, value);
        return out;
    }
    std::string operator()(std::string const& value) const { return option_text(question, value); }
    std::string operator()(std::vector<std::string> const& values) const {
        std::string out;
        for (auto const& each : values)
            out += (out.empty() ? "" : ", ") + option_text(question, each);
        return out;
    }
    std::string operator()(std::chrono::year_month_day date) const { return date_text(date); }
    std::string operator()(std::chrono::sys_seconds time) const { return time_text(time) + " UTC"; }
};

// In Markdown, which displays the names of persons.
inline element persons_summary(std::string label, form_answer const& value) {
    auto const mention = [](std::string const& id) { return "<at id=" + id + "></at>"; };
    auto line = std::move(label) + ": ";
    if (auto const* one = std::get_if<std::string>(&value))
        line += mention(*one);
    else if (auto const* several = std::get_if<std::vector<std::string>>(&value))
        for (auto const& each : *several)
            line += mention(each);
    else
        line += "-";
    return feishu::card::markdown{line};
}

FEISHU_DECL feishu::card::card form_questions::summary(void const* from) const {
    std::vector<element> lines;
    for (auto const& question : questions_) {
        auto const& member = *question.member;
        auto const answer =
            member.answer(static_cast<char const*>(from) + reflect::offset_of(member.pointer));
        if (member.input == form_input::person || member.input == form_input::people)
            lines.push_back(persons_summary(question.label, answer));
        else
            lines.push_back(div{.text = question.label + ": " + std::visit(value_text{question}, answer)});
    }
    return patchable({.header = header{.title = title_}, .body = {.elements = std::move(lines)}});
}

FEISHU_DECL void form_questions::tag(boost::json::object const& members) {
    for (auto const& [name, member] : members) {
        value[name] = member;
        cancel_value[name] = member;
    }
}

FEISHU_DECL result<void> form_questions::read(boost::json::value const& form_value, void* to) const {
    violations found;
    if (!form_value.is_object() && !form_value.is_null())
        found.add("form_value", "is not an object");
    auto const* object = form_value.if_object();
    for (auto const& question : questions_) {
        auto const& name = question.member->name;
        auto const* submitted = object != nullptr ? object->if_contains({name.data(), name.size()}) : nullptr;
        if (auto answer = read_answer(question, submitted, found))
            question.member->assign(static_cast<char*>(to) + reflect::offset_of(question.member->pointer),
                                    *answer);
    }
    if (!found.empty())
        return feishu::detail::validation_error({}, std::move(found));
    return {};
}

} // namespace feishu::card::detail
