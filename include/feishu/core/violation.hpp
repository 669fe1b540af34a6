#pragma once
// violation: the result of validation: the field, the rule, the limit and the actual size. All of it is
// constexpr, so that `checked<>()` can put the same text into a compiler's message.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <boost/describe/enum.hpp>

namespace feishu {

/// The rules that a value can violate.
enum class rule {
    required,       ///< the member was not given
    min_characters, ///< fewer Unicode characters than the minimum
    max_characters, ///< more Unicode characters than the maximum
    min_items,      ///< fewer list entries than the minimum
    max_items,      ///< more list entries than the maximum
    minimum,        ///< a number below the minimum
    maximum,        ///< a number above the maximum
    max_bytes,      ///< more bytes than the platform accepts
    utf8,           ///< not UTF-8; `actual` is the byte offset
    enumerator,     ///< not one of the documented values
    pattern,        ///< does not match the regular expression
    multiple_of,    ///< not a multiple of the divisor
    unique_items,   ///< a list entry occurs twice
    other           ///< a rule across fields; `text` describes it
};
BOOST_DESCRIBE_ENUM(rule, required, min_characters, max_characters, min_items, max_items, minimum, maximum,
                    max_bytes, utf8, enumerator, pattern, multiple_of, unique_items, other)

namespace detail {

// std::to_string is not constexpr in C++20. Appending, here and below: g++ 12 cannot return a short
// std::string by value everywhere in a constant expression.
constexpr void append_magnitude(std::string& out, std::uint64_t value) {
    char digits[20]{};
    std::size_t count = 0;
    do {
        digits[count++] = static_cast<char>('0' + value % 10);
        value /= 10;
    } while (value != 0);
    while (count != 0)
        out += digits[--count];
}

constexpr void append_decimal(std::string& out, std::int64_t value) {
    if (value < 0)
        out += '-';
    append_magnitude(out,
                     value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value));
}

// Six decimals in a constant expression, where std::to_chars does not work; the shortest exact text at run
// time.
constexpr void append_real(std::string& out, double value) {
    constexpr double largest = 1e15;
    if (!std::is_constant_evaluated()) {
        char buffer[32];
        out.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr);
        return;
    }
    if (value < 0)
        out += '-';
    value = value < 0 ? -value : value;
    if (value > largest) {
        out += "more than 1000000000000000";
        return;
    }
    auto whole = static_cast<std::uint64_t>(value);
    auto millionths = static_cast<std::uint64_t>((value - static_cast<double>(whole)) * 1e6 + 0.5);
    if (millionths == 1'000'000) {
        ++whole;
        millionths = 0;
    }
    append_magnitude(out, whole);
    if (millionths == 0)
        return;
    out += '.';
    for (std::uint64_t digit = 100'000; millionths != 0; digit /= 10) {
        out += static_cast<char>('0' + millionths / digit);
        millionths %= digit;
    }
}

// Appends a number of any type.
template <class T>
constexpr void append_quantity(std::string& out, T value) {
    if constexpr (std::is_floating_point_v<T>)
        append_real(out, static_cast<double>(value));
    else if constexpr (std::is_unsigned_v<T>)
        append_magnitude(out, value);
    else
        append_decimal(out, value);
}

// The number as a count, clamped to the range of std::int64_t.
template <class T>
constexpr std::int64_t to_count(T value) {
    constexpr auto most = (std::numeric_limits<std::int64_t>::max)();
    constexpr auto least = (std::numeric_limits<std::int64_t>::min)();
    if constexpr (std::is_floating_point_v<T>)
        return value >= 0x1p63 ? most : value < -0x1p63 ? least : static_cast<std::int64_t>(value);
    else
        return std::in_range<std::int64_t>(value) ? static_cast<std::int64_t>(value) : most;
}

} // namespace detail

/// One violated rule.
struct violation {
    std::string field{};     ///< where: `user_id_list`, `user_id_list[3]`, `card.header.title`
    feishu::rule rule{};     ///< which rule
    std::int64_t limit = 0;  ///< the limit in characters, items or bytes, or the bound itself
    std::int64_t actual = 0; ///< the value's size in the same unit
    std::string text{};      ///< description of rules without a size, and of non-integer bounds

    /// Description, to follow the field's name: "has 201 items, at most 200 are allowed".
    constexpr std::string message() const {
        std::string out;
        append_message(out);
        return out;
    }

    /// The same, appended.
    constexpr void append_message(std::string& out) const {
        using enum feishu::rule;
        switch (rule) {
        case required: out += "is required"; break;
        case min_characters:
            if (actual == 0)
                out += "must not be empty";
            else
                append_size(out, actual == 1 ? " character, at least " : " characters, at least ",
                            " are required");
            break;
        case max_characters: append_size(out, " characters, at most ", " are allowed"); break;
        case min_items:
            if (actual == 0)
                out += "must not be empty";
            else
                append_size(out, actual == 1 ? " item, at least " : " items, at least ", " are required");
            break;
        case max_items: append_size(out, " items, at most ", " are allowed"); break;
        case max_bytes: append_size(out, " bytes, at most ", " are allowed"); break;
        case minimum: append_bound(out, ", must be at least "); break;
        case maximum: append_bound(out, ", must be at most "); break;
        case utf8:
            out += "is not valid UTF-8 at byte ";
            detail::append_decimal(out, actual);
            break;
        case enumerator:
        case pattern:
        case multiple_of:
        case unique_items:
        case other: out += text; break;
        }
    }

    friend constexpr bool operator==(violation const&, violation const&) = default;

private:
    constexpr void append_size(std::string& out, std::string_view unit, std::string_view verb) const {
        out += "has ";
        detail::append_decimal(out, actual);
        out += unit;
        detail::append_decimal(out, limit);
        out += verb;
    }
    constexpr void append_bound(std::string& out, std::string_view relation) const {
        if (!text.empty()) {
            out += text;
            return;
        }
        out += "is ";
        detail::append_decimal(out, actual);
        out += relation;
        detail::append_decimal(out, limit);
    }
};

/// All violated rules of one value, in member order. Functions `rules(value, violations&)` report through
/// `add`. A template because std::vector is not constexpr in every mode of a standard library
/// (_GLIBCXX_DEBUG): members of a template may be declared constexpr regardless.
template <class Violation>
class basic_violations {
public:
    /// Reports a rule across fields: `field` is the field to correct, `text` completes "<field> …".
    constexpr void add(std::string_view field, std::string_view text) {
        Violation v;
        v.field = field;
        v.rule = rule::other;
        v.text = text;
        add(v);
    }
    constexpr void add(Violation const& v) { items_.push_back(v); }

    constexpr bool empty() const { return items_.empty(); }
    constexpr std::size_t size() const { return items_.size(); }
    constexpr Violation const* begin() const { return items_.data(); }
    constexpr Violation const* end() const { return items_.data() + items_.size(); }
    constexpr Violation const& operator[](std::size_t i) const { return items_[i]; }
    /// Moves the violations out.
    constexpr std::vector<Violation> take() && { return std::move(items_); }

private:
    std::vector<Violation> items_;
};

/// The violations of one value.
using violations = basic_violations<violation>;

} // namespace feishu
