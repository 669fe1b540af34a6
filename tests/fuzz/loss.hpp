#pragma once
// Whether something of a JSON document is missing in another one.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <string>
#include <string_view>

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

namespace loss {

// A scalar as text: numbers may travel as strings and the reverse.
inline std::string text_of(boost::json::value const& value) {
    if (auto const* const text = value.if_string())
        return std::string(text->data(), text->size());
    return boost::json::serialize(value);
}

inline bool same_scalar(boost::json::value const& a, boost::json::value const& b) {
    if (a.is_number() && b.is_number()) { // Boost.JSON 1.81 may miss the nearest double, and makes NaN of 0e400
        auto const x = a.to_number<double>(), y = b.to_number<double>();
        return x == y || !std::isfinite(x) || std::fabs(x - y) <= 1e-12 * std::fabs(x);
    }
    if (a.is_structured() || b.is_structured())
        return false;
    auto const truth = [](boost::json::value const& value) {
        auto const text = text_of(value);
        return text == "true" || text == "1" ? 1 : text == "false" || text == "0" ? 0 : -1;
    };
    if (a.is_bool() || b.is_bool())
        return truth(a) == truth(b);
    if (a.is_number() != b.is_number()) // digits with another notation, as 1e2
        return std::strtod(text_of(a).c_str(), nullptr) == std::strtod(text_of(b).c_str(), nullptr);
    return text_of(a) == text_of(b);
}

// True if every value of `source` is in `written`; null is the same as absent.
inline bool none(boost::json::value const& source, boost::json::value const& written) {
    if (source.is_object() && written.is_object())
        return std::ranges::all_of(source.get_object(), [&](auto const& member) {
            auto const* const found = written.get_object().if_contains(member.key());
            return found != nullptr ? none(member.value(), *found) : member.value().is_null();
        });
    if (source.is_array() && written.is_array())
        return std::ranges::equal(source.get_array(), written.get_array(), none);
    return (source.is_null() && written.is_null()) || same_scalar(source, written);
}

} // namespace loss
