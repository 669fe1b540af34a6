#pragma once
// Constraints of JSON Schema beyond size and range, as types of endpoint members: what a text must look like, what a
// number must be a multiple of, that the entries of a list differ. `validate()` and `checked<>()` check them.
//
//     field::required<field::pattern<"^[A-Z]{2}$">> country;
//     std::optional<field::multiple_of<int, 5, 0, 60>> minutes{};
//     field::unique_list<std::string, 1, 10> tags{};

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <feishu/core/field.hpp>
#include <feishu/core/impl/member_kind.hpp>
#include <feishu/core/impl/pattern.hpp>
#include <feishu/core/violation.hpp>

namespace feishu::field {

/// A string literal as a template argument.
template <std::size_t N>
struct literal {
    char text[N]{}; ///< with its NUL
    constexpr literal(char const (&source)[N]) { std::copy_n(source, N, text); }
    constexpr operator std::string_view() const { return {text, N - 1}; }
};

/// A string of `Min` to `Max` Unicode characters that contains a match of `Pattern`, an ECMAScript regular expression:
/// `^` and `$` anchor it. Without backreferences, lookaround and `\p`; such a pattern does not compile.
template <literal Pattern, std::size_t Min = 0, std::size_t Max = unlimited>
class pattern : public text<Min, Max> {
public:
    /// The regular expression.
    static constexpr std::string_view expression = Pattern;
#ifndef _GLIBCXX_DEBUG
    static_assert(
        feishu::detail::pattern_problem(Pattern) == nullptr,
        "this pattern is malformed, or has a backreference, lookaround or \\p: check it in rules()");
#endif

    using text<Min, Max>::text;
    constexpr pattern() = default;

    template <class At, class Violations, class Options>
    constexpr void append_problems(At const& at, Violations& found, Options) const {
        auto const before = found.size();
        check_text(static_cast<text<Min, Max> const&>(*this), at, found);
        if (found.size() != before || matches())
            return;
        violation problem;
        problem.rule = rule::pattern;
        problem.text = "does not match the pattern ";
        problem.text += expression;
        report(found, at, problem);
    }

private:
    constexpr bool matches() const {
        if (std::is_constant_evaluated())
            return feishu::detail::matches(feishu::detail::compile_pattern(expression), this->str());
        return feishu::detail::matches(compiled(), this->str());
    }
    static feishu::detail::pattern_program const& compiled() {
        static auto const once = feishu::detail::compile_pattern(expression);
        return once;
    }
};

/// A number from `Min` to `Max` that is a multiple of `Of`, which is positive. Of floating-point numbers, as close to
/// a multiple as the type can represent.
template <class T, T Of, T Min = std::numeric_limits<T>::lowest(), T Max = (std::numeric_limits<T>::max)()>
class multiple_of : public number<T, Min, Max> {
public:
    static_assert(Of > 0, "a number can only be a multiple of a positive one");
    /// The divisor.
    static constexpr T divisor = Of;

    using number<T, Min, Max>::number;
    constexpr multiple_of() = default;

    template <class At, class Violations, class Options>
    constexpr void append_problems(At const& at, Violations& found, Options) const {
        auto const before = found.size();
        check_number(static_cast<number<T, Min, Max> const&>(*this), at, found);
        T const value = *this;
        if (found.size() != before || divides(value))
            return;
        violation problem;
        problem.rule = rule::multiple_of;
        problem.limit = feishu::detail::to_count(Of);
        problem.actual = feishu::detail::to_count(value);
        problem.text = "is ";
        feishu::detail::append_quantity(problem.text, value);
        problem.text += ", must be a multiple of ";
        feishu::detail::append_quantity(problem.text, Of);
        report(found, at, problem);
    }

private:
    static constexpr bool divides(T value) {
        if constexpr (std::is_integral_v<T>) {
            return value % Of == 0;
        } else {
            auto const quotient = value < 0 ? -value / Of : value / Of;
            if (quotient >= T(1e15)) // a double of this size has no useful fraction
                return true;
            auto const whole = static_cast<T>(static_cast<std::int64_t>(quotient + T(0.5)));
            auto const rest = quotient > whole ? quotient - whole : whole - quotient;
            return rest <= (quotient + 1) * std::numeric_limits<T>::epsilon() * 4;
        }
    }
};

/// `Min` to `Max` different values: numbers, texts or enums.
template <class T, std::size_t Min = 0, std::size_t Max = unlimited>
class unique_list : public list<T, Min, Max> {
public:
    static constexpr bool unique = true;

    using list<T, Min, Max>::list;
    constexpr unique_list() = default;

    template <class At, class Violations, class Options>
    constexpr void append_problems(At const& at, Violations& found, Options options) const {
        check_list(static_cast<list<T, Min, Max> const&>(*this), at, found, options);
        auto entries = sorted();
        auto const twice = std::adjacent_find(
            entries.begin(), entries.end(), [](auto const& a, auto const& b) { return a.first == b.first; });
        if (twice == entries.end())
            return;
        violation problem;
        problem.rule = rule::unique_items;
        problem.text = "has the same entry at [";
        feishu::detail::append_magnitude(problem.text, twice->second);
        problem.text += "] and [";
        feishu::detail::append_magnitude(problem.text, std::next(twice)->second);
        problem.text += "]; entries must be unique";
        report(found, at, problem);
    }

private:
    static constexpr auto key_of(T const& value) {
        using enum reflect::member_kind;
        constexpr auto kind = reflect::kind_of<T>;
        if constexpr (kind == limited_number)
            return static_cast<typename T::value_type>(value);
        else if constexpr (kind == enumeration)
            return std::string(value.str());
        else if constexpr (kind == text || kind == limited_text)
            return std::string_view(value);
        else {
            static_assert(kind == number || kind == boolean, "the entries are numbers, texts or enums");
            return value;
        }
    }

    // The keys with their positions.
    constexpr auto sorted() const {
        std::vector<std::pair<decltype(key_of(std::declval<T const&>())), std::size_t>> out;
        for (std::size_t i = 0; i < this->size(); ++i)
            out.emplace_back(key_of((*this)[i]), i);
        std::sort(out.begin(), out.end());
        return out;
    }
};

template <literal Pattern, std::size_t Min, std::size_t Max>
inline constexpr bool is_text<pattern<Pattern, Min, Max>> = true;
template <class T, T Of, T Min, T Max>
inline constexpr bool is_number<multiple_of<T, Of, Min, Max>> = true;
template <class T, std::size_t Min, std::size_t Max>
inline constexpr bool is_list<unique_list<T, Min, Max>> = true;

} // namespace feishu::field
