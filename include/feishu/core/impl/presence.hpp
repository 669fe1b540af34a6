#pragma once
// will_be_sent: whether a member is on the wire. Validation and everything that writes requests use this one
// function, so that a required member that passes validation is sent.

#include <feishu/core/impl/member_kind.hpp>

namespace feishu::reflect {

/// True when a member with this value is sent. False for an absent optional, an unset enum or time, and an
/// absent list.
template <class T>
constexpr bool will_be_sent(T const& value) {
    using enum member_kind;
    constexpr auto kind = kind_of<T>;
    if constexpr (kind == wrapper)
        return value.present() && will_be_sent(value.value());
    else if constexpr (kind == optional)
        return value.has_value() && will_be_sent(*value);
    else if constexpr (kind == enumeration || kind == time || kind == limited_list)
        return value.has_value();
    else if constexpr (kind == upload)
        return value.source() != nullptr;
    else
        return kind != unknown_members;
}

/// True for an empty text, list or map, for null and for an absent value.
template <class T>
constexpr bool is_empty(T const& value) {
    using enum member_kind;
    constexpr auto kind = kind_of<T>;
    if constexpr (kind == wrapper)
        return !value.present() || is_empty(value.value());
    else if constexpr (kind == optional)
        return !value.has_value() || is_empty(*value);
    else if constexpr (kind == enumeration || kind == time)
        return !value.has_value();
    else if constexpr (kind == json_value)
        return value.is_null();
    else if constexpr (kind == upload)
        return value.source() == nullptr;
    else if constexpr (requires { value.empty(); })
        return value.empty();
    else
        return false;
}

} // namespace feishu::reflect
