#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include <feishu/content/card/behavior.hpp>

namespace feishu::card {
namespace detail {

// Apps on phones and desktops have custom schemes.
inline bool has_scheme(std::string_view url) {
    auto const end = url.find("://");
    if (end == std::string_view::npos || end == 0)
        return false;
    for (char const c : url.substr(0, end))
        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '-' ||
              c == '.'))
            return false;
    return true;
}

inline bool is_web_address(std::string_view url) {
    auto const end = url.find("://");
    std::string scheme(url.substr(0, (std::min)(end, url.size())));
    for (char& c : scheme)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; // schemes have no case
    return end != url.npos && (scheme == "https" || scheme == "http" || scheme == "lark");
}

inline void check_web_address(std::optional<std::string> const& url, std::string_view name, violations& found) {
    if (url && !url->empty() && !is_web_address(*url))
        found.add(name, "must begin with https:// or http://");
}

inline void check_app_address(std::optional<std::string> const& url, std::string_view name, violations& found) {
    if (url && !url->empty() && !has_scheme(*url))
        found.add(name, "must begin with a scheme, such as https:// or that of an app");
}

inline bool given(std::optional<std::string> const& url) { return url && !url->empty(); }

template <class T>
void check_client_addresses(T const& value, violations& found) {
    check_app_address(value.android_url, "android_url", found);
    check_app_address(value.ios_url, "ios_url", found);
    check_app_address(value.pc_url, "pc_url", found);
}

template <class T>
bool all_clients(T const& value) {
    return given(value.android_url) && given(value.ios_url) && given(value.pc_url);
}

} // namespace detail

FEISHU_DECL void rules(behavior const& value, violations& found) {
    if (!value.type.has_value())
        found.add("type", "is required");
    if (value.type == behavior_type::open_url && !detail::given(value.default_url) && !detail::all_clients(value))
        found.add("default_url", "is required, or android_url, ios_url and pc_url");
    detail::check_web_address(value.default_url, "default_url", found);
    detail::check_client_addresses(value, found);
}

FEISHU_DECL void rules(link const& value, violations& found) {
    if (!detail::given(value.url) && !detail::all_clients(value))
        found.add("url", "is required, or android_url, ios_url and pc_url");
    detail::check_web_address(value.url, "url", found);
    detail::check_client_addresses(value, found);
}

} // namespace feishu::card
