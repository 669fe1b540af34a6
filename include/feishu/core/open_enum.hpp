#pragma once
// open<E>: an enum that the platform may extend. It compares with E's values; a value that this library does
// not know yet is kept as its string and written back unchanged.
//
//     switch (message.msg_type.value_or(…)) …        if (message.msg_type == msg_type::text) …

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <cstddef>
#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

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

namespace detail {

// An enum, for functions that are compiled once for all enums.
struct open_enum {
    reflect::enumerator const* first;
    std::size_t count;
    bool is_number; // on the wire

    constexpr reflect::enumerator const* begin() const { return first; }
    constexpr reflect::enumerator const* end() const { return first + count; }
};

template <class E>
inline constexpr open_enum open_enum_of{reflect::enumerators<E>.data(), reflect::enumerators<E>.size(),
                                        wire_is_number<E>};

// What an open<E> has that does not depend on E's type; it refers to E's enumerators.
class open_value {
public:
    /// True when the value is one of E's.
    constexpr bool known() const { return state_ == state::known; }
    /// True when there is any value.
    constexpr bool has_value() const { return state_ != state::none; }
    /// True when the value was set by this program and E does not list it: probably a typo.
    constexpr bool undocumented() const { return state_ == state::unknown; }

    /// The value's name on the wire, or its digits where E is a number; empty when there is none.
    constexpr std::string str() const {
        std::string out;
        append_to(out);
        return out;
    }

    /// The same, appended.
    constexpr void append_to(std::string& out) const {
        if (known() && enum_->is_number)
            append_decimal(out, number_);
        else
            out += name();
    }

    /// The name of the enumerator, or what is kept because E does not list it.
    constexpr std::string_view name() const {
        if (!known())
            return other_;
        for (auto const& each : *enum_)
            if (each.value == number_)
                return each.name;
        return {};
    }

    /// What E lists.
    constexpr open_enum const& enumerators() const { return *enum_; }

    /// As open::from_wire, in place of the present value.
    constexpr void assign_from_wire(std::string_view name) { assign(name, state::from_wire); }

    friend std::ostream& operator<<(std::ostream& out, open_value const& value) { return out << value.str(); }

protected:
    constexpr explicit open_value(open_enum const& listed) : enum_(&listed) {}
    constexpr open_value(open_enum const& listed, std::int64_t number)
        : enum_(&listed), number_(number), state_(state::known) {}

    constexpr std::int64_t number() const { return number_; }
    constexpr void assign_name(std::string_view name) { assign(name, state::unknown); }

    constexpr bool equals(open_value const& other) const {
        if (known() || other.known())
            return known() == other.known() && number_ == other.number_;
        return other_ == other.other_;
    }

private:
    enum class state : std::uint8_t { none, known, unknown, from_wire };

    constexpr bool is_named(reflect::enumerator const& one, std::string_view name) const {
        if (!enum_->is_number)
            return one.name == name;
        std::string digits;
        append_decimal(digits, one.value);
        return digits == name;
    }

    // In place: g++ 12 cannot return a short std::string by value everywhere in a constant expression.
    constexpr void assign(std::string_view name, state otherwise) {
        for (auto const& each : *enum_) {
            if (is_named(each, name)) {
                number_ = each.value;
                state_ = state::known;
                return;
            }
        }
        other_ = name;
        state_ = name.empty() ? state::none : otherwise;
    }

    open_enum const* enum_;
    std::int64_t number_ = 0;
    state state_ = state::none;
    std::string other_{}; // only read while the value is not known
};

} // namespace detail

/// A described enum, open for values that the platform adds later.
template <reflect::described_enum E>
class open : public detail::open_value {
public:
    using enum_type = E;

    /// No value: not sent; absent fields read as this.
    constexpr open() : open_value(detail::open_enum_of<E>) {}
    constexpr open(E value) : open_value(detail::open_enum_of<E>, static_cast<std::int64_t>(value)) {}
    /// By wire name. `validate()` reports an undocumented name; see `from_wire`.
    constexpr open(std::string_view name) : open() { assign_name(name); }
    constexpr open(char const* name) : open(std::string_view(name)) {}
    constexpr open(std::string const& name) : open(std::string_view(name)) {}

    /// By wire name, documented or not; `validate()` accepts it.
    static constexpr open from_wire(std::string_view name) {
        open value;
        value.assign_from_wire(name);
        return value;
    }

    /// The value; nothing if there is none or E does not list it.
    constexpr std::optional<E> value() const {
        return known() ? std::optional<E>(static_cast<E>(number())) : std::nullopt;
    }
    constexpr E value_or(E other) const { return known() ? static_cast<E>(number()) : other; }

    /// The value's name on the wire, which is valid as long as this; empty when there is none.
    constexpr std::string_view name() const {
        static_assert(!wire_is_number<E>, "the name of this enum is a number: use str()");
        return open_value::name();
    }

    friend constexpr bool operator==(open const& a, open const& b) { return a.equals(b); }
    friend constexpr bool operator==(open const& a, E b) {
        return a.known() && a.number() == static_cast<std::int64_t>(b);
    }
};

/// True for open<E>.
template <class T>
inline constexpr bool is_open = false;
template <class E>
inline constexpr bool is_open<open<E>> = true;

} // namespace feishu
