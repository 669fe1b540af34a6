#pragma once
// Writes described structs as JSON, directly into a string.
//
//     std::string body = feishu::json::to_string(value);
//
// Values are not checked: `validate()` reports invalid ones (such as text that is not UTF-8). A type may
// write itself: `void append_json(std::string& out, feishu::json::level) const`.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <cstddef>
#include <string>
#include <string_view>

#include <boost/json/fwd.hpp>

#include <feishu/core/endpoint.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/json/impl/encoder.hpp>
#include <feishu/json/impl/escape.hpp>

namespace feishu::json {

/// Which members are omitted besides absent ones.
struct write_options {
    bool omit_empty = false; ///< also empty strings, lists, maps, times and null, as the platform
};

namespace detail {

FEISHU_DECL void append_json(std::string& out, boost::json::value const& value, bool embedded);
FEISHU_DECL void append_json(std::string& out, boost::json::object const& value, bool embedded);

FEISHU_DECL void append_value(std::string& out, encoder const& type, void const* value, level at,
                              write_options options);

/// The object of those members whose location is `where`.
FEISHU_DECL void append_located(std::string& out, encoder const& type, void const* object,
                                location const* locations, location where);

} // namespace detail

/// Appends `value` as JSON; `Level` is `embedded` for JSON inside a JSON string. Thread safety: stateless.
template <class T, level Level = level::plain>
void write(std::string& out, T const& value, write_options options = {}) {
    detail::append_value(out, encoder_of<T>, &value, Level, options);
}

/// `value` as a JSON document.
template <class T>
std::string to_string(T const& value, write_options options = {}) {
    std::string out;
    write(out, value, options);
    return out;
}

} // namespace feishu::json

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/json/impl/write.ipp>
#endif
