#pragma once
// validate(): checks all rules that are known before a request is sent, on any described value.
//
//     if (auto problems = feishu::check(request); !problems.empty()) …   // all of them, constexpr
//     auto ok = feishu::validate(request);                               // result<void>; names the first

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <boost/json/fwd.hpp>

#include <feishu/core/endpoint.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/field.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/impl/describe.hpp>
#include <feishu/core/impl/member_kind.hpp>
#include <feishu/core/impl/presence.hpp>
#include <feishu/core/impl/utf8.hpp>
#include <feishu/core/json_text.hpp>
#include <feishu/core/open_enum.hpp>
#include <feishu/core/timestamp.hpp>
#include <feishu/core/upload.hpp>
#include <feishu/core/violation.hpp>

namespace feishu {

/// How strictly to validate.
struct check_options {
    bool closed_enums = false; ///< reject undocumented enum values even from_wire, as the platform
};

namespace detail {

// Position of the traversal; formatted only when a violation is reported.
struct field_path {
    field_path const* parent = nullptr;
    std::string_view name{};
    std::size_t index = 0;

    constexpr void append_to(std::string& out) const {
        if (parent == nullptr)
            return;
        parent->append_to(out);
        if (!name.empty()) {
            if (!out.empty())
                out += '.';
            out += name;
        } else {
            out += '[';
            append_decimal(out, static_cast<std::int64_t>(index));
            out += ']';
        }
    }
};

FEISHU_DECL void check_json(boost::json::value const& value, field_path const& at, violations& found);
FEISHU_DECL void check_json(boost::json::object const& value, field_path const& at, violations& found);
FEISHU_DECL void check_upload(field::upload const& file, field_path const& at, violations& found);

constexpr void report(violations& found, field_path const& at, violation const& problem) {
    violation placed = problem;
    placed.field.clear();
    at.append_to(placed.field);
    if (!placed.field.empty() && !problem.field.empty())
        placed.field += '.';
    placed.field += problem.field;
    found.add(placed);
}

constexpr void report(violations& found, field_path const& at, rule broken, std::size_t limit, std::size_t actual) {
    violation problem;
    problem.rule = broken;
    problem.limit = static_cast<std::int64_t>(limit);
    problem.actual = static_cast<std::int64_t>(actual);
    report(found, at, problem);
}

constexpr utf8::summary check_utf8(std::string_view s, field_path const& at, violations& found) {
    auto const scanned = utf8::scan(s);
    if (!scanned.valid())
        report(found, at, rule::utf8, 0, scanned.invalid_at);
    return scanned;
}

constexpr void check_size(std::size_t size, std::size_t min, std::size_t max, rule below, rule above,
                          field_path const& at, violations& found) {
    if (size < min)
        report(found, at, below, min, size);
    if (size > max)
        report(found, at, above, max, size);
}

constexpr void check_characters(std::size_t count, std::size_t min, std::size_t max, field_path const& at,
                                violations& found) {
    check_size(count, min, max, rule::min_characters, rule::max_characters, at, found);
}

template <class T>
constexpr void check_text(T const& value, field_path const& at, violations& found) {
    auto const scanned = check_utf8(value.str(), at, found);
    if (scanned.valid())
        check_characters(scanned.characters, T::min, T::max, at, found);
}

// JSON cannot represent infinities and NaN.
template <class T>
constexpr bool check_finite(T value, field_path const& at, violations& found) {
    if constexpr (std::is_floating_point_v<T>) {
        constexpr auto most = (std::numeric_limits<T>::max)();
        if (!(value >= -most && value <= most)) {
            report(found, at, violation{.rule = rule::other, .text = "is not a finite number"});
            return false;
        }
    }
    return true;
}

template <class Number>
constexpr void report_bound(Number n, rule broken, Number limit, std::string_view relation,
                            field_path const& at, violations& found) {
    violation problem;
    problem.rule = broken;
    problem.limit = to_count(limit);
    problem.actual = to_count(n);
    if constexpr (std::is_floating_point_v<Number> || (std::is_unsigned_v<Number> && sizeof(Number) == 8)) {
        problem.text = "is ";
        append_quantity(problem.text, n);
        problem.text += relation;
        append_quantity(problem.text, limit);
    }
    report(found, at, problem);
}

template <class T>
constexpr void check_number(T const& value, field_path const& at, violations& found) {
    typename T::value_type const n = value;
    if (!check_finite(n, at, found))
        return;
    if (n < T::min)
        report_bound(n, rule::minimum, T::min, ", must be at least ", at, found);
    if (n > T::max)
        report_bound(n, rule::maximum, T::max, ", must be at most ", at, found);
}

constexpr bool is_integer(std::string_view text) {
    if (text.starts_with('-'))
        text.remove_prefix(1);
    return !text.empty() && text.size() < 19 && text.find_first_not_of("0123456789") == text.npos;
}

// A name that came from the wire is written as it is: as text, or as a number.
constexpr void check_wire_name(open_value const& value, field_path const& at, violations& found) {
    if (!value.enumerators().is_number)
        check_utf8(value.name(), at, found);
    else if (value.has_value() && !is_integer(value.name()))
        report(found, at, violation{.rule = rule::enumerator, .text = "is not a number"});
}

constexpr void check_enum(open_value const& value, field_path const& at, violations& found,
                          check_options options) {
    if (value.known())
        return;
    if (!value.undocumented() && !(options.closed_enums && value.has_value()))
        return check_wire_name(value, at, found);
    violation problem;
    problem.rule = rule::enumerator;
    problem.text = "is \"";
    value.append_to(problem.text);
    problem.text += "\", not one of ";
    std::string_view separator;
    for (auto const& each : value.enumerators()) {
        problem.text += separator;
        problem.text += each.name;
        separator = ", ";
    }
    report(found, at, problem);
}

template <class T>
constexpr void check_json_text(T const& value, field_path const& at, violations& found) {
    if constexpr (requires { T::max; }) {
        auto const size = value.escaped() ? utf8::scan(value.document()).characters : utf8::scan(value.bytes()).characters;
        check_characters(size, T::min, T::max, at, found);
    }
    bool reported = false;
    for (auto const& problem : value.problems()) {
        reported = reported || problem.rule == rule::utf8;
        report(found, at, problem);
    }
    if (!reported) // else typed content has reported it, with the member's name
        check_utf8(value.bytes(), at, found);
}

// A type that checks itself because reflection does not cover it.
template <class T>
concept self_checking = requires(T const& t, field_path const& at, violations& found, check_options options) {
    t.append_problems(at, found, options);
};

template <class T>
constexpr void check_value(T const& value, field_path const& at, violations& found, check_options options);

// `deduced` may be derived later, from typed content; `required` may not.
template <class T>
constexpr void check_wrapper(T const& value, field_path const& at, violations& found, check_options options) {
    if (value.present() && (field::is_deduced<T> || reflect::will_be_sent(value.value())))
        check_value(value.value(), at, found, options);
    else if (field::is_required<T>)
        report(found, at, rule::required, 0, 0);
}

template <class T>
constexpr void check_items(T const& items, field_path const& at, violations& found, check_options options) {
    std::size_t index = 0;
    for (auto const& item : items)
        check_value(item, field_path{&at, {}, index++}, found, options);
}

template <class T>
constexpr void check_list(T const& value, field_path const& at, violations& found, check_options options) {
    if (!value.has_value())
        return;
    check_size(value.size(), T::min, T::max, rule::min_items, rule::max_items, at, found);
    check_items(value.values(), at, found, options);
}

// The members, and the rules across them.
template <class T, template <class...> class List, class... D>
constexpr void check_members(T const& value, [[maybe_unused]] field_path const& at, [[maybe_unused]] violations& found,
                             [[maybe_unused]] check_options options, List<D...>) {
    [[maybe_unused]] auto const* name = reflect::member_names<T>.data();
    (check_value(value.*D::pointer, field_path{&at, *name++}, found, options), ...);
    if constexpr (requires { rules(value, found); }) {
        violations across;
        rules(value, across);
        for (auto const& problem : across)
            report(found, at, problem);
    }
}

template <class T>
constexpr void check_value(T const& value, field_path const& at, violations& found, check_options options) {
    using enum reflect::member_kind;
    constexpr auto kind = reflect::kind_of<T>;
    if constexpr (kind == unknown_members) { // in the name of the struct, whose undescribed members they are
        value.append_problems(*at.parent, found, options);
    } else if constexpr (self_checking<T>) {
        value.append_problems(at, found, options);
    } else if constexpr (kind == wrapper) {
        check_wrapper(value, at, found, options);
    } else if constexpr (kind == optional) {
        if (value.has_value())
            check_value(*value, at, found, options);
    } else if constexpr (kind == limited_text) {
        check_text(value, at, found);
    } else if constexpr (kind == limited_number) {
        check_number(value, at, found);
    } else if constexpr (kind == number) {
        check_finite(value, at, found);
    } else if constexpr (kind == enumeration) {
        check_enum(value, at, found, options);
    } else if constexpr (kind == document) {
        check_json_text(value, at, found);
    } else if constexpr (kind == upload) {
        check_upload(value, at, found);
    } else if constexpr (kind == text) {
        check_utf8(value, at, found);
    } else if constexpr (kind == limited_list) {
        check_list(value, at, found, options);
    } else if constexpr (kind == list) {
        check_items(value, at, found, options);
    } else if constexpr (kind == map) {
        for (auto const& [key, item] : value) {
            check_utf8(key, at, found);
            check_value(item, field_path{&at, key}, found, options);
        }
    } else if constexpr (kind == json_value || kind == json_object) {
        check_json(value, at, found);
    } else if constexpr (kind == object) {
        check_members(value, at, found, options, reflect::member_descriptors<T>{});
    } else {
        static_assert(kind == boolean || kind == time, "describe this type with BOOST_DESCRIBE_STRUCT");
    }
}

// Additional rules for path parameters: an empty one would address another resource, and so would a dot
// segment, which proxies remove even when it is percent-encoded.
template <class T>
constexpr bool is_empty_text(T const& value) {
    if (!reflect::will_be_sent(value))
        return true;
    if constexpr (reflect::is_wrapping<T>)
        return is_empty_text(*value);
    else if constexpr (requires { value.empty(); })
        return value.empty();
    else
        return false;
}

template <class T>
constexpr bool is_dot_segment(T const& value) {
    if constexpr (reflect::is_wrapping<T>) {
        return reflect::will_be_sent(value) && is_dot_segment(*value);
    } else if constexpr (reflect::is_textual<T>) {
        std::string_view const text = value;
        return text == "." || text == "..";
    } else {
        return false;
    }
}

template <class T>
constexpr void check_path_parameter(T const& value, field_path const& at, violations& found) {
    if (is_dot_segment(value))
        report(found, at, violation{.rule = rule::other, .text = R"(must not be "." or "..")"});
    if (!is_empty_text(value))
        return;
    for (auto const& problem : found) // a text<1, …> has been reported already
        if (problem.field == at.name)
            return;
    report(found, at, rule::min_characters, 1, 0);
}

// True for an empty list: will_be_sent() holds, but in a path, a query or a form no entry carries the name.
template <class T>
constexpr bool has_no_text(T const& value) {
    if constexpr (reflect::is_wrapping<T>)
        return reflect::will_be_sent(value) && has_no_text(*value);
    else if constexpr (reflect::is_sequence<T>)
        return value.begin() == value.end();
    else
        return false;
}

// A line break in a header field would begin another one.
template <class T>
constexpr bool has_control_character(T const& value) {
    if (!reflect::will_be_sent(value))
        return false;
    if constexpr (reflect::is_wrapping<T>) {
        return has_control_character(*value);
    } else if constexpr (reflect::is_textual<T>) {
        for (char const c : std::string_view(value))
            if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
                return true;
        return false;
    } else if constexpr (reflect::is_sequence<T>) {
        for (auto const& item : value)
            if (has_control_character(item))
                return true;
        return false;
    } else if constexpr (reflect::kind_of<T> == reflect::member_kind::enumeration) {
        return has_control_character(std::string(value.str()));
    } else {
        return false;
    }
}

template <location Where, class T>
constexpr void check_parameter(T const& value, field_path const& at, violations& found) {
    if constexpr (Where == location::path)
        check_path_parameter(value, at, found);
    if constexpr (Where == location::header)
        if (has_control_character(value))
            report(found, at, violation{.rule = rule::other, .text = "has a control character, which a header cannot carry"});
    if constexpr (field::is_required<T> && Where != location::body) {
        if (!has_no_text(value))
            return;
        for (auto const& problem : found) // a list<…, 1> has been reported already
            if (problem.field == at.name)
                return;
        report(found, at, rule::required, 0, 0);
    }
}

template <class E, template <class...> class List, class... D, std::size_t... I>
constexpr void check_parameters(E const& value, violations& found, List<D...>, std::index_sequence<I...>) {
    field_path const root{};
    (check_parameter<locations_of<E>[I]>(value.*D::pointer, field_path{&root, reflect::member_names<E>[I]}, found), ...);
}

} // namespace detail

/// All violated rules of a described value, in member order; usable at compile time.
template <reflect::described T>
constexpr violations check(T const& value, check_options options = {}) {
    violations found;
    detail::check_members(value, detail::field_path{}, found, options, reflect::member_descriptors<T>{});
    if constexpr (detail::has_spec<T>)
        detail::check_parameters(value, found, reflect::member_descriptors<T>{},
                                 std::make_index_sequence<reflect::member_count<T>>());
    return found;
}

namespace detail {
FEISHU_DECL error validation_error(std::string_view endpoint_id, violations found);
}

/// Success, or an error of kind `validation` whose message names the first violation; `violations` has all.
template <reflect::described T>
result<void> validate(T const& value, check_options options = {}) {
    auto found = check(value, options);
    if (found.empty())
        return {};
    if constexpr (detail::has_spec<T>)
        return detail::validation_error(T::spec.id, std::move(found));
    else
        return detail::validation_error({}, std::move(found));
}

} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/core/impl/validate.ipp>
#endif
