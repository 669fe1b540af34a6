#pragma once

#include <algorithm>
#include <charconv>
#include <system_error>

#include <protozero/exception.hpp>
#include <protozero/pbf_reader.hpp>
#include <protozero/pbf_writer.hpp>

#include <feishu/event/impl/frame.hpp>

namespace feishu::frames {
namespace detail {

// Field numbers with wire types: protozero asserts that a field is read with the wire type it was sent with.
using wire = protozero::pbf_wire_type;
inline constexpr auto varint(protozero::pbf_tag_type tag) {
    return protozero::tag_and_type(tag, wire::varint);
}
inline constexpr auto bytes(protozero::pbf_tag_type tag) {
    return protozero::tag_and_type(tag, wire::length_delimited);
}

inline error malformed(std::string_view why) {
    return error{.kind = error_kind::decode, .message = "malformed frame: " + std::string(why)};
}

/// Reads one header; false if its key or value is missing.
inline bool read_header(protozero::pbf_reader in, std::pair<std::string, std::string>& out) {
    bool key = false, value = false;
    while (in.next()) {
        switch (in.tag_and_type()) {
        case bytes(1):
            out.first = in.get_string();
            key = true;
            break;
        case bytes(2):
            out.second = in.get_string();
            value = true;
            break;
        default: in.skip();
        }
    }
    return key && value;
}

/// Reads all fields; returns what is wrong, or an empty string. Throws what protozero throws.
inline std::string_view read_fields(protozero::pbf_reader in, frame& out) {
    unsigned required = 0; // one bit per required field
    while (in.next()) {
        switch (in.tag_and_type()) {
        case varint(1):
            out.seq_id = in.get_uint64();
            required |= 1;
            break;
        case varint(2):
            out.log_id = in.get_uint64();
            required |= 2;
            break;
        case varint(3):
            out.service = in.get_int32();
            required |= 4;
            break;
        case varint(4):
            out.method = in.get_int32();
            required |= 8;
            break;
        case bytes(5):
            if (out.headers.size() == max_headers)
                return "too many headers";
            if (!read_header(in.get_message(), out.headers.emplace_back()))
                return "a header without key or value";
            break;
        case bytes(6): out.payload_encoding = in.get_string(); break;
        case bytes(7): out.payload_type = in.get_string(); break;
        case bytes(8): out.payload = in.get_bytes(); break;
        case bytes(9): out.log_id_new = in.get_string(); break;
        default: in.skip();
        }
    }
    return required == 15 ? "" : "a required field is missing";
}

} // namespace detail

FEISHU_DECL std::string_view frame::header(std::string_view key) const {
    auto const found = std::ranges::find(headers, key, &std::pair<std::string, std::string>::first);
    return found == headers.end() ? std::string_view() : found->second;
}

FEISHU_DECL std::optional<std::size_t> frame::number(std::string_view key) const {
    auto const text = header(key);
    std::size_t value = 0;
    auto const [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

FEISHU_DECL void frame::set_header(std::string_view key, std::string value) {
    auto const found = std::ranges::find(headers, key, &std::pair<std::string, std::string>::first);
    if (found == headers.end())
        headers.emplace_back(std::string(key), std::move(value));
    else
        found->second = std::move(value);
}

FEISHU_DECL std::string encode(frame const& f) {
    std::string out;
    protozero::pbf_writer writer(out);
    writer.add_uint64(1, f.seq_id);
    writer.add_uint64(2, f.log_id);
    writer.add_int32(3, f.service);
    writer.add_int32(4, f.method);
    for (auto const& [key, value] : f.headers) {
        protozero::pbf_writer header(writer, 5);
        header.add_string(1, key);
        header.add_string(2, value);
    }
    auto const add = [&](protozero::pbf_tag_type tag, std::string const& value) {
        if (!value.empty())
            writer.add_bytes(tag, value);
    };
    add(6, f.payload_encoding);
    add(7, f.payload_type);
    add(8, f.payload);
    add(9, f.log_id_new);
    return out;
}

FEISHU_DECL result<frame> decode(std::string_view bytes) {
    frame out;
    try {
        auto const wrong = detail::read_fields(protozero::pbf_reader(bytes.data(), bytes.size()), out);
        if (!wrong.empty())
            return detail::malformed(wrong);
        return out;
    } catch (protozero::exception const& e) {
        return detail::malformed(e.what());
    }
}

} // namespace feishu::frames
