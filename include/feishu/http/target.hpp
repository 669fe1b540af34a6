#pragma once
// The request target of an endpoint: its path with the placeholders filled in, and its query string.

#include <algorithm>
#include <charconv>
#include <concepts>
#include <string>
#include <string_view>
#include <type_traits>

#include <feishu/core/endpoint.hpp>
#include <feishu/core/impl/hex.hpp>
#include <feishu/core/impl/presence.hpp>

namespace feishu::http {

/// Appends `text` percent-encoded, except for RFC 3986's unreserved characters.
constexpr void append_encoded(std::string& out, std::string_view text) {
    constexpr auto is_reserved = [](char c) {
        bool const unreserved = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                                c == '-' || c == '.' || c == '_' || c == '~';
        return !unreserved;
    };
    while (!text.empty()) {
        auto const plain = static_cast<std::size_t>(std::ranges::find_if(text, is_reserved) - text.begin());
        out += text.substr(0, plain);
        text.remove_prefix(plain);
        if (text.empty())
            return;
        feishu::detail::append_hex(out += '%', text.substr(0, 1), feishu::detail::upper_hex_digits);
        text.remove_prefix(1);
    }
}

namespace detail {

/// Calls `f(text)` with the value as text: never if it is not sent, once per entry for a list.
template <class T, class F>
void as_text(T const& value, F const& f) {
    using enum reflect::member_kind;
    constexpr auto kind = reflect::kind_of<T>;
    if (!reflect::will_be_sent(value))
        return;
    if constexpr (kind == boolean) {
        f(std::string_view(value ? "true" : "false"));
    } else if constexpr (kind == number) {
        char buffer[32];
        auto const end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
        f(std::string_view(buffer, static_cast<std::size_t>(end - buffer)));
    } else if constexpr (kind == limited_number) {
        as_text(static_cast<typename T::value_type>(value), f);
    } else if constexpr (kind == time) {
        as_text(value.count(), f);
    } else if constexpr (kind == enumeration) {
        f(std::string_view(value.str()));
    } else if constexpr (kind == document) {
        f(std::string_view(value.document()));
    } else if constexpr (kind == wrapper) {
        as_text(value.value(), f);
    } else if constexpr (kind == text || kind == limited_text) {
        f(std::string_view(value));
    } else if constexpr (kind == optional) {
        as_text(*value, f);
    } else {
        static_assert(kind == list || kind == limited_list,
                      "a path or query parameter is text, a number, or a list of those");
        for (auto const& item : value)
            as_text(item, f);
    }
}

template <endpoint E>
void append_parameter(std::string& out, E const& request, std::string_view name) {
    reflect::for_each_member<E>([&](auto d) {
        constexpr auto member = reflect::member_name<E, decltype(d)>();
        if constexpr (location_of<E, decltype(d)>() == location::path)
            if (member == name)
                as_text(request.*d.pointer, [&](std::string_view text) { append_encoded(out, text); });
    });
}

template <endpoint E>
void append_path(std::string& out, E const& request) {
    constexpr auto path = E::spec.path;
    std::size_t copied = 0;
    for (std::size_t at = 0; at < path.size();) {
        auto const name = feishu::detail::next_placeholder(path, at);
        if (name.empty())
            break;
        out += path.substr(copied, at - name.size() - 1 - copied);
        append_parameter(out, request, name);
        copied = at;
    }
    out += path.substr(copied);
}

// Appends the members that `Where` carries as name=value pairs, with `?` before the first one of a query.
template <location Where, endpoint E>
void append_pairs(std::string& out, E const& request) {
    std::string_view separator = Where == location::query ? "?" : "";
    reflect::for_each_member<E>([&](auto d) {
        constexpr auto name = reflect::member_name<E, decltype(d)>();
        if constexpr (location_of<E, decltype(d)>() == Where)
            as_text(request.*d.pointer, [&](std::string_view text) {
                out += separator;
                separator = "&";
                out += name;
                out += '=';
                append_encoded(out, text);
            });
    });
}

} // namespace detail

/// Path and query of a request, percent-encoded. A list in the query repeats its name.
///
///     http::target_of(im::message::get{.message_id = "om_1"})      // "/open-apis/im/v1/messages/om_1"
template <endpoint E>
std::string target_of(E const& request) {
    std::string out;
    out.reserve(E::spec.path.size() + 64); // enough for the usual parameters
    detail::append_path(out, request);
    detail::append_pairs<location::query>(out, request);
    return out;
}

} // namespace feishu::http
