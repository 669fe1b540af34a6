#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <feishu/core/impl/hex.hpp>
#include <feishu/emulator/impl/gateway/file_response.hpp>
#include <feishu/http/impl/content_range.hpp>
#include <feishu/http/target.hpp>

namespace feishu::emulator::detail {

/// The bytes from `begin` to before `end`.
struct byte_range {
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
};

// The range of `bytes=0-9`, `bytes=5-` or `bytes=-3`; nothing for anything else, which is then ignored.
inline std::optional<byte_range> parse_range(std::string_view text, std::uint64_t size) {
    constexpr std::string_view unit = "bytes=";
    if (!text.starts_with(unit))
        return std::nullopt;
    text.remove_prefix(unit.size());
    auto const dash = text.find('-');
    if (dash == text.npos)
        return std::nullopt;
    auto const first = http::detail::parse_byte_count(text.substr(0, dash));
    auto const last = http::detail::parse_byte_count(text.substr(dash + 1));
    if (dash == 0)
        return last ? std::optional(byte_range{size - (std::min)(*last, size), size}) : std::nullopt;
    if (!first || (!last && dash + 1 != text.size()) || (last && *last < *first))
        return std::nullopt;
    return byte_range{*first, last ? (std::min)(*last, size - 1) + 1 : size};
}

inline std::string entity_tag(std::string const& bytes) {
    return "\"" + std::to_string(bytes.size()) + "-" + std::to_string(std::hash<std::string>()(bytes)) + "\"";
}

// With the name in both forms of RFC 6266.
inline std::string content_disposition(std::string const& file_name) {
    std::string encoded;
    http::append_encoded(encoded, file_name);
    return "attachment; filename=\"" + encoded + "\"; filename*=UTF-8''" + encoded;
}

FEISHU_DECL response file_response(resource const& file, request const& req) {
    static std::string const nothing;
    auto const& bytes = file.bytes ? *file.bytes : nothing;
    auto const tag = entity_tag(bytes);
    response out;
    out.headers = {
        {"Content-Type", file.content_type.empty() ? "application/octet-stream" : file.content_type},
        {"Content-Disposition", content_disposition(file.file_name)},
        {"Accept-Ranges", "bytes"},
        {"ETag", tag}};
    auto const condition = http::find_header(req.headers, "If-Range");
    auto const range = condition.empty() || condition == tag
                           ? parse_range(http::find_header(req.headers, "Range"), bytes.size())
                           : std::nullopt;
    if (!range) {
        out.body = bytes;
        return out;
    }
    auto const size = std::to_string(bytes.size());
    if (range->begin >= range->end) {
        out.status = 416;
        out.headers.push_back({"Content-Range", "bytes */" + size});
        return out;
    }
    out.status = 206;
    out.headers.push_back({"Content-Range", "bytes " + std::to_string(range->begin) + "-" +
                                                std::to_string(range->end - 1) + "/" + size});
    out.body = bytes.substr(static_cast<std::size_t>(range->begin),
                            static_cast<std::size_t>(range->end - range->begin));
    return out;
}

} // namespace feishu::emulator::detail
