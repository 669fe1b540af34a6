#pragma once

#include <boost/json/value.hpp>

#include <feishu/json/write.hpp>

namespace feishu::json::detail {

inline std::string_view view_of(boost::json::string_view text) { return {text.data(), text.size()}; }

FEISHU_DECL void open_object(std::string& out) {
    if (out.empty())
        out.reserve(256);
    out += '{';
}

inline void append_string(std::string& out, std::string_view text, bool embedded) {
    append_string(out, text, embedded ? level::embedded : level::plain);
}

inline void append_key(std::string& out, std::string_view name, bool embedded) {
    append_string(out, name, embedded);
    out += ':';
}

// True for the digits of an int64 as this library writes it.
inline bool is_integer(std::string_view text) {
    std::int64_t number = 0;
    if (std::from_chars(text.data(), text.data() + text.size(), number).ec != std::errc{})
        return false;
    std::string digits;
    append_number(digits, number);
    return digits == text;
}

FEISHU_DECL void append_number_or_string(std::string& out, std::string_view text, level at) {
    if (text.empty())
        out += "null";
    else if (is_integer(text))
        out += text;
    else // received, but not an integer: written back unchanged
        append_string(out, text, at);
}

FEISHU_DECL void append_json_text(std::string& out, field::json_text const& value, level at) {
    if (!value.escaped())
        return append_string(out, value.bytes(), at);
    if (at == level::embedded)
        return append_string(out, value.document(), at);
    append_quote(out, at);
    out += value.bytes();
    append_quote(out, at);
}

// As Boost.JSON writes it, except that integral doubles are `5` and not `5E0`, which parsers of integers
// reject.
FEISHU_DECL void append_json(std::string& out, boost::json::value const& value, bool embedded) {
    switch (value.kind()) {
    case boost::json::kind::null: out += "null"; break;
    case boost::json::kind::bool_: out += value.get_bool() ? "true" : "false"; break;
    case boost::json::kind::int64: append_number(out, value.get_int64()); break;
    case boost::json::kind::uint64: append_number(out, value.get_uint64()); break;
    case boost::json::kind::double_: append_number(out, value.get_double()); break;
    case boost::json::kind::string: append_string(out, view_of(value.get_string()), embedded); break;
    case boost::json::kind::object: append_json(out, value.get_object(), embedded); break;
    case boost::json::kind::array: {
        out += '[';
        char const* separator = "";
        for (auto const& item : value.get_array()) {
            out += separator;
            separator = ",";
            append_json(out, item, embedded);
        }
        out += ']';
        break;
    }
    }
}

FEISHU_DECL void append_json(std::string& out, boost::json::object const& value, bool embedded) {
    out += '{';
    char const* separator = "";
    for (auto const& member : value) {
        out += separator;
        separator = ",";
        append_key(out, view_of(member.key()), embedded);
        append_json(out, member.value(), embedded);
    }
    out += '}';
}

FEISHU_DECL bool has_member(boost::json::object const& members, std::string_view name) {
    return !members.empty() && members.contains({name.data(), name.size()});
}

FEISHU_DECL void append_unknown(std::string& out, boost::json::object const& members,
                                described_members described, bool first, bool embedded) {
    for (auto const& member : members) {
        auto const name = view_of(member.key());
        if (described.written(described.object, name))
            continue;
        if (!first)
            out += ',';
        first = false;
        append_key(out, name, embedded);
        append_json(out, member.value(), embedded);
    }
}

} // namespace feishu::json::detail
