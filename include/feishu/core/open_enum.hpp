#pragma once
// open<E>: an enum that the platform may extend. It compares with E's values; a value that this library does
// not know yet is kept as its string and written back unchanged.
//
//     switch (message.msg_type.value_or(…)) …        if (message.msg_type == msg_type::text) …

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <concepts>
#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <feishu/core/impl/describe.hpp>
#include <feishu/core/violation.hpp>

namespace feishu {

/// True when E is a number on the wire; such an enum declares `constexpr bool feishu_wire_is_number(E)`
/// beside it.
template <class E>
inline constexpr bool wire_is_number = [] {
    if constexpr (requires { feishu_wire_is_number(E{}); })
        return feishu_wire_is_number(E{});
    else
        return false;
}();

/// A described enum, open for values that the platform adds later.
template <reflect::described_enum E>
class open {
public:
    using enum_type = E;

    /// No value: not sent; absent fields read as this.
    constexpr open() = default;
    constexpr open(E value) : value_(value), state_(state::known) {}
    /// By wire name. `validate()` reports an undocumented name; see `from_wire`.
    constexpr open(std::string_view name) { assign(name, state::unknown); }
    constexpr open(char const* name) : open(std::string_view(name)) {}
    constexpr open(std::string const& name) : open(std::string_view(name)) {}

    /// By wire name, documented or not; `validate()` accepts it.
    static constexpr open from_wire(std::string_view name) {
        open value;
        value.assign(name, state::from_wire);
        return value;
    }

    /// True when the value is one of E's.
    constexpr bool known() const { return state_ == state::known; }
    /// True when there is any value.
    constexpr bool has_value() const { return state_ != state::none; }
    /// True when the value was set by this program and E does not list it: probably a typo.
    constexpr bool undocumented() const { return state_ == state::unknown; }
    /// The value; nothing if there is none or E does not list it.
    constexpr std::optional<E> value() const { return known() ? std::optional<E>(value_) : std::nullopt; }
    constexpr E value_or(E other) const { return known() ? value_ : other; }

    /// The value's name on the wire, which is valid as long as this; empty when there is none.
    constexpr std::string_view name() const {
        static_assert(!wire_is_number<E>, "the name of this enum is a number: use str()");
        return known() ? name_of(value_) : std::string_view(other_);
    }

    /// The same as a string; for numeric enums its digits.
    constexpr std::string str() const {
        std::string out;
        append_to(out);
        return out;
    }

    /// The same, appended.
    constexpr void append_to(std::string& out) const {
        if (!known())
            out += other_;
        else if constexpr (wire_is_number<E>)
            detail::append_decimal(out, static_cast<std::int64_t>(value_));
        else
            out += name_of(value_);
    }

    friend constexpr bool operator==(open const& a, open const& b) {
        return a.known() == b.known() && a.has_value() == b.has_value() &&
               (a.known() ? a.value_ == b.value_ : a.other_ == b.other_);
    }
    friend constexpr bool operator==(open const& a, E b) { return a.known() && a.value_ == b; }

    friend std::ostream& operator<<(std::ostream& out, open const& value) { return out << value.str(); }

private:
    enum class state : std::uint8_t { none, known, unknown, from_wire };

    // By pointers: functions of an array would be compiled for each enum.
    static constexpr std::string_view name_of(E value) {
        constexpr auto const* first = reflect::enumerators<E>.data();
        constexpr auto const* last = first + reflect::enumerators<E>.size();
        for (auto const* e = first; e != last; ++e)
            if (e->value == value)
                return e->name;
        return {};
    }

    // In place: g++ 12 cannot return a short std::string by value everywhere in a constant expression.
    constexpr void assign(std::string_view name, state otherwise) {
        constexpr auto const* first = reflect::enumerators<E>.data();
        constexpr auto const* last = first + reflect::enumerators<E>.size();
        for (auto const* e = first; e != last; ++e) {
            bool matches = e->name == name;
            if constexpr (wire_is_number<E>) {
                std::string digits;
                detail::append_decimal(digits, static_cast<std::int64_t>(e->value));
                matches = digits == name;
            }
            if (matches) {
                value_ = e->value;
                state_ = state::known;
                return;
            }
        }
        if (!name.empty()) {
            other_ = name;
            state_ = otherwise;
        }
    }

    E value_{};
    state state_ = state::none;
    std::string other_{};
};

/// True for open<E>.
template <class T>
inline constexpr bool is_open = false;
template <class E>
inline constexpr bool is_open<open<E>> = true;

} // namespace feishu
