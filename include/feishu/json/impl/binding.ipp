#pragma once

#include <charconv>
#include <cmath>
#include <string>
#include <system_error>

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#ifndef __cpp_lib_to_chars
#include <boost/json/parse.hpp>
#include <boost/system/error_code.hpp>
#endif

#include <feishu/json/impl/binding.hpp>

namespace feishu::json::detail {

FEISHU_DECL bool parse_double(std::string_view text, double& out) {
#ifdef __cpp_lib_to_chars
    auto const end = text.data() + text.size();
    auto const result = std::from_chars(text.data(), end, out);
    return result.ec == std::errc{} && result.ptr == end && std::isfinite(out); // not inf or nan
#else                                                                           // libc++ 19
    boost::system::error_code ec;
    auto const value = boost::json::parse({text.data(), text.size()}, ec);
    if (!ec)
        out = value.to_number<double>(ec);
    return !ec && std::isfinite(out);
#endif
}

FEISHU_DECL bool store_string(void* self, std::string_view text) {
    as<std::string>(self).assign(text);
    return true;
}

FEISHU_DECL bool store_enumeration(void* self, std::string_view text) {
    as<feishu::detail::open_value>(self).assign_from_wire(text);
    return true;
}

FEISHU_DECL bool store_bool(void* self, bool value) {
    as<bool>(self) = value;
    return true;
}
FEISHU_DECL bool store_bool_text(void* self, std::string_view text) {
    bool const yes = text == "true" || text == "1";
    if (!yes && !text.empty() && text != "false" && text != "0")
        return false;
    return store_bool(self, yes);
}
FEISHU_DECL bool store_bool_number(void* self, std::int64_t value) {
    return (value == 0 || value == 1) && store_bool(self, value == 1);
}

FEISHU_DECL void assign_json(boost::json::value& to, boost::json::value&& from) { to = std::move(from); }

FEISHU_DECL void assign_json(boost::json::object& to, boost::json::value&& from) {
    if (auto* object = from.if_object())
        to = std::move(*object);
    else
        to.clear();
}

} // namespace feishu::json::detail
