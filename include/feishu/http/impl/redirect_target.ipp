#pragma once

#include <algorithm>
#include <cstddef>

#include <feishu/core/endpoint.hpp>
#include <feishu/http/impl/body_excerpt.hpp>
#include <feishu/http/impl/redirect_target.hpp>

namespace feishu::http::detail {

inline constexpr std::size_t max_redirect_target = 200;

inline bool has_secret_parameter(std::string_view path) {
    for (std::size_t at = 0; at < path.size();)
        if (auto const name = feishu::detail::next_placeholder(path, at); is_secret_name(name))
            return true;
    return false;
}

FEISHU_DECL std::string redirect_target(std::string_view location, std::string_view path) {
    std::string text;
    for (char const c : location.substr(0, location.find_first_of("?#")))
        if (c > ' ' && c < '\x7f')
            text += c == '\\' ? '/' : c; // as browsers read it
    auto const slashes = text.find("//");
    auto const authority = slashes != text.npos && text.find('/') == slashes ? slashes + 2 : 0;
    auto const end = authority != 0 ? (std::min)(text.find('/', authority), text.size()) : 0;
    if (has_secret_parameter(path))
        text.resize(end);
    if (auto const at = std::string_view(text).substr(0, end).rfind('@');
        authority != 0 && at != text.npos && at >= authority)
        text.erase(authority, at + 1 - authority);
    if (text.size() > max_redirect_target)
        text.replace(max_redirect_target - 3, text.npos, "...");
    return text;
}

} // namespace feishu::http::detail
