#pragma once
// What validation says: which field, which rule, the limit and the value's own size. All of it works at compile
// time, so that `checked<>()` can put the same words into a compiler's message.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/describe/enum.hpp>

namespace feishu {

/// The rules that a value can break.
enum class rule {
    required,        ///< the member was not given
    min_characters,  ///< fewer Unicode characters than the minimum
    max_characters,  ///< more Unicode characters than the maximum
    min_items,       ///< fewer list entries than the minimum
    max_items,       ///< more list entries than the maximum
    minimum,         ///< a number below the minimum
    maximum,         ///< a number above the maximum
    max_bytes,       ///< more bytes than the platform takes
    utf8,            ///< not UTF-8; `actual` is the byte offset
    enumerator,      ///< not one of the documented values
    other            ///< a rule across fields; `text` says it
};
BOOST_DESCRIBE_ENUM(rule, required, min_characters, max_characters, min_items, max_items, minimum, maximum, max_bytes,
                    utf8, enumerator, other)

namespace detail {

// std::to_string is not constexpr in C++20. Appending, here and below: g++ 12 cannot return a short std::string by
// value everywhere in a constant expression.
constexpr void append_decimal(std::string& out, std::int64_t value) {
    char digits[20]{};
    std::size_t count = 0;
    auto rest = value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
    do {
        digits[count++] = static_cast<char>('0' + rest % 10);
        rest /= 10;
    } while (rest != 0);
    if (value < 0)
        out += '-';
    while (count != 0)
        out += digits[--count];
}

} // namespace detail

/// One broken rule.
struct violation {
    std::string field{};      ///< where: `user_id_list`, `user_id_list[3]`, `card.header.title`
    feishu::rule rule{};      ///< which rule
    std::int64_t limit = 0;   ///< the rule's number: characters, items, bytes or the bound itself
    std::int64_t actual = 0;  ///< the value's own size in the same unit
    std::string text{};       ///< for `other` and `enumerator`: the rule in words

    /// What is wrong, to follow the field's name: "has 201 items, at most 200 are allowed".
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
                append_size(out, " characters, at least ", " are needed");
            break;
        case max_characters: append_size(out, " characters, at most ", " are allowed"); break;
        case min_items: append_size(out, " items, at least ", " are needed"); break;
        case max_items: append_size(out, " items, at most ", " are allowed"); break;
        case max_bytes: append_size(out, " bytes, at most ", " are allowed"); break;
        case minimum: append_bound(out, ", at least "); break;
        case maximum: append_bound(out, ", at most "); break;
        case utf8:
            out += "is not valid UTF-8 at byte ";
            detail::append_decimal(out, actual);
            break;
        case enumerator:
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
        out += "is ";
        detail::append_decimal(out, actual);
        out += relation;
        detail::append_decimal(out, limit);
    }
};

/// All broken rules of one value, in member order. Rules across fields add to it through `add`.
class violations {
public:
    /// Reports a rule across fields: `field` is where the user should look, `text` completes "<field> …".
    constexpr void add(std::string_view field, std::string_view text) {
        violation v;
        v.field = field;
        v.rule = rule::other;
        v.text = text;
        add(v);
    }
    constexpr void add(violation const& v) { items_.push_back(v); }

    constexpr bool empty() const { return items_.empty(); }
    constexpr std::size_t size() const { return items_.size(); }
    constexpr auto begin() const { return items_.begin(); }
    constexpr auto end() const { return items_.end(); }
    constexpr violation const& operator[](std::size_t i) const { return items_[i]; }
    constexpr std::vector<violation> take() && { return std::move(items_); }

private:
    std::vector<violation> items_;
};

} // namespace feishu
