#pragma once

#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <system_error>
#include <type_traits>

#include <boost/json/value.hpp>

#include <feishu/json/impl/output.hpp>
#include <feishu/json/impl/text_scan.hpp>
#include <feishu/json/write.hpp>

namespace feishu::json::detail {

inline std::string_view view_of(boost::json::string_view text) { return {text.data(), text.size()}; }

template <class T>
char* write_number(char* first, char* last, T value) {
    if constexpr (std::is_floating_point_v<T>) {
        if (!std::isfinite(value)) // JSON cannot represent it
            return std::copy_n("null", 4, first);
        // Integral values are `100000`, not `1e+05`: parsers of integers reject an exponent.
        constexpr auto exact =
            static_cast<T>(std::uint64_t{1} << (std::min)(std::numeric_limits<T>::digits, 53));
        if (value == std::trunc(value) && std::abs(value) <= exact && !(value == 0 && std::signbit(value)))
            return std::to_chars(first, last, static_cast<std::int64_t>(value)).ptr;
    }
    return std::to_chars(first, last, value).ptr;
}

// True for the digits of an int64 as this library writes it.
inline bool is_integer(std::string_view text) {
    std::int64_t number = 0;
    if (std::from_chars(text.data(), text.data() + text.size(), number).ec != std::errc{})
        return false;
    char digits[24];
    auto const* end = write_number(digits, digits + sizeof digits, number);
    return std::string_view(digits, static_cast<std::size_t>(end - digits)) == text;
}

// Writes one document, or a part of one.
class writer {
public:
    writer(std::string& to, level at, write_options options)
        : out_(to), embedded_(at == level::embedded), options_(options) {}

    void append(encoder const& type, void const* value);
    void append(boost::json::value const& value);
    void append(boost::json::object const& members);

    // All members if `locations` is null.
    void append_object(encoder const& type, void const* object, location const* locations, location where);

private:
    level at() const { return embedded_ ? level::embedded : level::plain; }
    void quote() { embedded_ ? out_.put("\\\"") : out_.put('"'); }
    void append_text(std::string_view text);
    // `name` needs no escapes.
    void append_key(std::string_view name, bool first);
    template <class T>
    void append_number(T value) {
        constexpr std::size_t longest = 32;
        auto* const to = out_.room(longest);
        out_.written(write_number(to, to + longest, value));
    }
    void append_enumeration(encoder const& type, void const* value);
    void append_document(field::json_text const& text);
    void append_entries(encoder const& type, void const* list);
    void append_unknown(encoder const& type, void const* object, bool first);

    output out_;
    bool embedded_;
    write_options options_;
};

inline void writer::append_text(std::string_view text) {
    constexpr std::size_t spare = 32; // for quotes, an escape, and what copy_plain overwrites
    auto const& table = embedded_ ? escapes<level::embedded> : escapes<level::plain>;
    out_.room(text.size() + text.size() / 8 + spare); // once, also with a few escapes
    quote();
    auto* to = out_.room(text.size() + spare);
    for (std::size_t at = 0;;) {
        auto const end = copy_plain(text, at, to);
        to += end - at;
        if (end == text.size())
            break;
        auto const escape = table[static_cast<unsigned char>(text[end])].view();
        to = std::copy_n(escape.data(), escape.size(), to);
        at = end + 1;
        out_.written(to);
        to = out_.room(text.size() - at + spare);
    }
    out_.written(to);
    quote();
}

inline void writer::append_key(std::string_view name, bool first) {
    constexpr std::size_t most = 6; // of the punctuation
    auto* to = out_.room(name.size() + most);
    if (!first)
        *to++ = ',';
    if (embedded_)
        *to++ = '\\';
    *to++ = '"';
    to = std::copy_n(name.data(), name.size(), to);
    if (embedded_)
        *to++ = '\\';
    *to++ = '"';
    *to++ = ':';
    out_.written(to);
}

// A number as text was received, but is not an integer: it is written back unchanged.
inline void writer::append_enumeration(encoder const& type, void const* value) {
    if (!type.is_number)
        return append_text(type.text(value));
    auto const digits = type.digits(value);
    if (digits.empty())
        out_.put("null");
    else if (is_integer(digits))
        out_.put(digits);
    else
        append_text(digits);
}

inline void writer::append_document(field::json_text const& text) {
    if (!text.escaped())
        return append_text(text.bytes());
    if (embedded_)
        return append_text(text.document());
    quote();
    out_.put(text.bytes());
    quote();
}

inline void writer::append_entries(encoder const& type, void const* list) {
    bool const keys = type.kind == reflect::member_kind::map;
    bool first = true;
    out_.put(keys ? '{' : '[');
    for_each_entry(type, list, [&](std::string_view key, void const* item) {
        if (!first)
            out_.put(',');
        first = false;
        if (keys) {
            append_text(key);
            out_.put(':');
        }
        append(*type.element, item);
    });
    out_.put(keys ? '}' : ']');
}

inline void writer::append(encoder const& type, void const* value) {
    using enum reflect::member_kind;
    if (type.append != nullptr)
        return out_.lend([&](std::string& to) { type.append(value, to, at()); });
    switch (type.kind) {
    case boolean:
        return out_.put(encoded<bool>(value) ? std::string_view("true") : std::string_view("false"));
    case number:
    case limited_number: return visit_number(type, value, [this](auto n) { append_number(n); });
    case time:
        quote();
        append_number(encoded<std::int64_t>(value));
        return quote();
    case text:
    case limited_text: return append_text(type.text(value));
    case enumeration: return append_enumeration(type, value);
    case document: return append_document(*type.document(value));
    case json_value: return append(encoded<boost::json::value>(value));
    case json_object: return append(encoded<boost::json::object>(value));
    case list:
    case limited_list:
    case map: return append_entries(type, value);
    case object: return append_object(type, value, nullptr, {});
    case wrapper:
    case optional:
        if (auto const* inside = type.inner(value); inside != nullptr)
            return append(*type.element, inside);
        break;
    case upload:
    case unknown_members:
    case none: break;
    }
    out_.put("null");
}

inline void writer::append_object(encoder const& type, void const* object, location const* locations,
                                  location where) {
    bool first = true;
    out_.put('{');
    if (!type.tag.empty()) {
        append_key("tag", first);
        append_text(type.tag);
        first = false;
    }
    for (std::size_t i = 0; i < type.member_count; ++i) {
        auto const& member = type.members[i];
        auto const* held = member.of(object);
        if ((locations != nullptr && locations[i] != where) || !is_sent(*member.type, held) ||
            (options_.omit_empty && is_empty(*member.type, held)) || gives_way(type, member, object))
            continue;
        append_key(member.name, first);
        first = false;
        append(*member.type, held);
    }
    if (type.unknown != nullptr)
        append_unknown(type, object, first);
    out_.put('}');
}

inline void writer::append_unknown(encoder const& type, void const* object, bool first) {
    for (auto const& member : *type.unknown(object)) {
        auto const name = view_of(member.key());
        if (writes_member(type, object, name))
            continue;
        if (!first)
            out_.put(',');
        first = false;
        append_text(name);
        out_.put(':');
        append(member.value());
    }
}

// As Boost.JSON writes it, except that integral doubles are `5` and not `5E0`, which parsers of integers
// reject.
inline void writer::append(boost::json::value const& value) {
    switch (value.kind()) {
    case boost::json::kind::null: return out_.put("null");
    case boost::json::kind::bool_:
        return out_.put(value.get_bool() ? std::string_view("true") : std::string_view("false"));
    case boost::json::kind::int64: return append_number(value.get_int64());
    case boost::json::kind::uint64: return append_number(value.get_uint64());
    case boost::json::kind::double_: return append_number(value.get_double());
    case boost::json::kind::string: return append_text(view_of(value.get_string()));
    case boost::json::kind::object: return append(value.get_object());
    case boost::json::kind::array: break;
    }
    out_.put('[');
    bool first = true;
    for (auto const& item : value.get_array()) {
        if (!first)
            out_.put(',');
        first = false;
        append(item);
    }
    out_.put(']');
}

inline void writer::append(boost::json::object const& members) {
    out_.put('{');
    bool first = true;
    for (auto const& member : members) {
        if (!first)
            out_.put(',');
        first = false;
        append_text(view_of(member.key()));
        out_.put(':');
        append(member.value());
    }
    out_.put('}');
}

FEISHU_DECL void append_json(std::string& out, boost::json::value const& value, bool embedded) {
    writer(out, embedded ? level::embedded : level::plain, {}).append(value);
}

FEISHU_DECL void append_json(std::string& out, boost::json::object const& value, bool embedded) {
    writer(out, embedded ? level::embedded : level::plain, {}).append(value);
}

FEISHU_DECL void append_value(std::string& out, encoder const& type, void const* value, level at,
                              write_options options) {
    writer(out, at, options).append(type, value);
}

FEISHU_DECL void append_located(std::string& out, encoder const& type, void const* object,
                                location const* locations, location where) {
    writer(out, level::plain, {}).append_object(type, object, locations, where);
}

} // namespace feishu::json::detail
