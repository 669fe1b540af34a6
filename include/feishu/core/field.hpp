#pragma once
// The types of endpoint members whose limits the platform documents. The type states the rule, the compiler
// checks literals and braced lists, `validate()` and `checked<>()` check the rest:
//
//     field::required<field::list<std::string, 1, 200>> user_id_list;
//     std::optional<field::text<0, 50>>                 uuid{};
//
// They are in a separate namespace because endpoints have names such as `list` and `text`, too.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iosfwd>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace feishu::detail {

// Parsers (the emulator's, the command line's) construct an endpoint before they know its members' values, so
// they alone may omit required members.
struct unchecked_construct {
    template <class T>
    static constexpr T make() {
        return T{};
    }
};

} // namespace feishu::detail

namespace feishu::field {

namespace detail {

// A container that is not text.
template <class T>
concept container = !std::convertible_to<T const&, std::string_view> && requires(T const& values) {
    typename T::value_type;
    values.begin();
    values.end();
    values.size();
};

} // namespace detail

/// No limit.
inline constexpr std::size_t unlimited = (std::numeric_limits<std::size_t>::max)();

/// A string of `Min` to `Max` Unicode characters.
/// A literal that is too long in any encoding does not compile; otherwise `validate()` counts.
template <std::size_t Min = 0, std::size_t Max = unlimited>
class text {
public:
    static constexpr std::size_t min = Min;
    static constexpr std::size_t max = Max;

    constexpr text() = default;
    constexpr text(std::string value) : value_(std::move(value)) {}
    constexpr text(std::string_view value) : value_(value) {}
    constexpr text(std::same_as<char const*> auto value) : value_(value) {}

    /// A buffer that is filled at run time: its text ends at the first NUL, or where the buffer ends.
    template <std::size_t N>
    constexpr text(char (&buffer)[N])
        : value_(buffer, (std::min)(N, std::string_view(buffer, N).find('\0'))) {}

    /// A string literal. Pass a constant array that is not full as std::string_view: its type is that of a
    /// literal.
    template <std::size_t N>
    constexpr text(char const (&literal)[N]) : value_(literal) {
        // A character takes at most four bytes, so this many bytes hold at least N / 4 characters.
        static_assert(Max == unlimited || (N - 1 + 3) / 4 <= Max, "this literal is longer than the field allows");
        static_assert(N > Min, "this literal is shorter than the field allows");
    }

    constexpr std::string const& str() const { return value_; }
    constexpr bool empty() const { return value_.empty(); }
    constexpr operator std::string const&() const { return value_; }
    constexpr operator std::string_view() const { return value_; }
    friend constexpr bool operator==(text const& a, std::string_view b) { return a.value_ == b; }
    friend constexpr bool operator==(text const& a, std::string const& b) { return a.value_ == b; }
    friend constexpr bool operator==(text const& a, char const* b) { return a.value_ == b; }
    friend constexpr bool operator==(text const& a, text const& b) { return a.value_ == b.value_; }

    template <class Traits>
    friend std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, text const& t) {
        return out << t.value_;
    }

private:
    std::string value_;
};

/// A strong identifier of `Min` to `Max` characters, where the platform limits it.
template <class Id, std::size_t Min = 0, std::size_t Max = unlimited>
class id : public Id {
public:
    using id_type = Id;
    static constexpr std::size_t min = Min;
    static constexpr std::size_t max = Max;

    using Id::Id;
    constexpr id() = default;
    constexpr id(Id value) : Id(std::move(value)) {}
};

/// `Min` to `Max` values. A braced list is counted by the compiler; a vector by `validate()`.
/// A default-constructed list is absent: it is not sent. An empty vector is sent as an empty list.
template <class T, std::size_t Min = 0, std::size_t Max = unlimited>
class list {
public:
    using value_type = T;
    static constexpr std::size_t min = Min;
    static constexpr std::size_t max = Max;

    constexpr list() = default;
    /// From a vector, which may be empty.
    constexpr list(std::vector<T> values) : values_(std::move(values)), given_(true) {}

    /// From a container whose values convert to T: `std::vector<open_id>` for a list of ids as text, a
    /// std::set, an array.
    template <detail::container Other>
        requires(!std::same_as<Other, std::vector<T>> && !std::same_as<Other, list> &&
                 !std::convertible_to<Other const&, T> &&
                 std::convertible_to<typename Other::value_type const&, T>)
    constexpr list(Other const& values) : given_(true) {
        values_.reserve(values.size());
        for (auto const& value : values)
            values_.push_back(static_cast<T>(value));
    }

    /// From a braced list; a wrong number of values does not compile.
    template <class... U>
        requires(sizeof...(U) > 0 && (std::convertible_to<U, T> && ...))
    constexpr list(U&&... values) : given_(true) {
        static_assert(sizeof...(U) <= Max, "more values than the platform takes in this list");
        static_assert(sizeof...(U) >= Min, "fewer values than the platform needs in this list");
        values_.reserve(sizeof...(U));
        (values_.emplace_back(std::forward<U>(values)), ...);
    }

    constexpr std::vector<T> const& values() const& { return values_; }
    /// Mutable access; an absent list remains absent until a value is added.
    constexpr std::vector<T>& values() & { return values_; }
    /// False for an absent list.
    constexpr bool has_value() const { return given_ || !values_.empty(); }
    constexpr operator std::vector<T> const&() const { return values_; }
    constexpr T const* begin() const { return values_.data(); }
    constexpr T const* end() const { return values_.data() + values_.size(); }
    constexpr std::size_t size() const { return values_.size(); }
    constexpr bool empty() const { return values_.empty(); }
    constexpr T const& operator[](std::size_t i) const { return values_[i]; }
    constexpr void push_back(T value) { values_.push_back(std::move(value)); }
    friend constexpr bool operator==(list const& a, list const& b) {
        return a.has_value() == b.has_value() && a.values_ == b.values_;
    }

private:
    std::vector<T> values_;
    bool given_ = false;
};

/// A number from `Min` to `Max`.
template <class T, T Min = std::numeric_limits<T>::lowest(), T Max = (std::numeric_limits<T>::max)()>
class number {
public:
    using value_type = T;
    static constexpr T min = Min;
    static constexpr T max = Max;

    constexpr number() = default;
    constexpr number(T value) : value_(value) {}
    constexpr operator T() const { return value_; }

private:
    T value_{};
};

/// A member that must be given: omitting it from the braces does not compile.
template <class T>
class required {
public:
    using value_type = T;

    template <class... U>
        requires(sizeof...(U) > 0 && !(std::same_as<std::remove_cvref_t<U>, required> || ...) &&
                 std::constructible_from<T, U...>)
    constexpr required(U&&... value) : value_(std::forward<U>(value)...) {}

    constexpr T const& value() const& { return value_; }
    constexpr T& value() & { return value_; }
    constexpr T const& operator*() const { return value_; }
    constexpr T const* operator->() const { return &value_; }
    constexpr operator T const&() const { return value_; }

    /// False only in an endpoint that a parser built from a request without this member.
    constexpr bool present() const { return present_; }

    friend bool operator==(required const&, required const&) = default;

private:
    friend struct feishu::detail::unchecked_construct;
    template <class>
    friend struct field_access;

    // Private, so that a required member cannot be omitted. The parameter is for the compiler's message:
    // "required(a_required_member_is_not_set) is private".
    struct a_required_member_is_not_set {};
    constexpr required(a_required_member_is_not_set = {})
        : value_(feishu::detail::unchecked_construct::make<T>()), present_(false) {}

    T value_;
    bool present_ = true;
};

/// A member that the platform requires and the library derives from another member if it is omitted
/// (`msg_type` from typed content).
template <class T>
class deduced {
public:
    using value_type = T;

    constexpr deduced() = default;

    template <class U>
        requires(!std::same_as<std::remove_cvref_t<U>, deduced> && std::constructible_from<T, U>)
    constexpr deduced(U&& value) : value_(std::forward<U>(value)), present_(true) {}

    constexpr T const& value() const { return value_; }
    constexpr T const& operator*() const { return value_; }
    constexpr operator T const&() const { return value_; }
    /// False until it is given or derived.
    constexpr bool present() const { return present_; }
    friend bool operator==(deduced const&, deduced const&) = default;

private:
    template <class>
    friend struct field_access;

    T value_{};
    bool present_ = false;
};

/// Access to `required` and `deduced` for what reads and writes values of any type; `get` is null if it is absent.
template <class T>
struct field_access {
    static constexpr auto const* get(T const& field) { return field.present_ ? &field.value_ : nullptr; }
    static constexpr auto* emplace(T& field) {
        field.present_ = true;
        return &field.value_;
    }
    static constexpr void reset(T& field) {
        field.value_ = feishu::detail::unchecked_construct::make<typename T::value_type>();
        field.present_ = false;
    }
};

/// True for `text` and `id`.
template <class T>
inline constexpr bool is_text = false;
template <std::size_t Min, std::size_t Max>
inline constexpr bool is_text<text<Min, Max>> = true;
template <class Id, std::size_t Min, std::size_t Max>
inline constexpr bool is_text<id<Id, Min, Max>> = true;

/// True for `list`.
template <class T>
inline constexpr bool is_list = false;
template <class T, std::size_t Min, std::size_t Max>
inline constexpr bool is_list<list<T, Min, Max>> = true;

/// True for `number`.
template <class T>
inline constexpr bool is_number = false;
template <class T, T Min, T Max>
inline constexpr bool is_number<number<T, Min, Max>> = true;

/// True for `required`.
template <class T>
inline constexpr bool is_required = false;
template <class T>
inline constexpr bool is_required<required<T>> = true;

/// True for `deduced`.
template <class T>
inline constexpr bool is_deduced = false;
template <class T>
inline constexpr bool is_deduced<deduced<T>> = true;

} // namespace feishu::field
