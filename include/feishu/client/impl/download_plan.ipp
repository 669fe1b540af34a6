#pragma once

#include <string_view>
#include <utility>

#include <feishu/client/impl/download_plan.hpp>
#include <feishu/http/impl/content_range.hpp>

namespace feishu::detail {

FEISHU_DECL bool file_identity::may_be(file_identity const& other) const {
    auto const agree = [](auto const& a, auto const& b) {
        return a == decltype(a){} || b == decltype(b){} || a == b;
    };
    return agree(size, other.size) && agree(etag, other.etag) && agree(last_modified, other.last_modified);
}

// "Text/HTML; charset=utf-8" as "Text/HTML"
inline std::string_view media_type(http::header_list const& headers) {
    auto const type = http::find_header(headers, "Content-Type");
    return type.substr(0, type.find_first_of("; \t"));
}

inline bool has_prefix(std::string_view text, std::string_view prefix) {
    return http::iequals(text.substr(0, prefix.size()), prefix);
}

// The platform names its files, gateways do not. A page of HTML without a name is one of a proxy, and errors of the
// platform are JSON whatever their status.
inline response_use use_of_whole(http::header_list const& headers) {
    if (!http::find_header(headers, "Content-Disposition").empty())
        return response_use::whole;
    auto const type = media_type(headers);
    if (http::iequals(type, "text/html"))
        return response_use::error;
    bool const text = type.empty() || has_prefix(type, "text/") || has_prefix(type, "application/json");
    return text ? response_use::undecided : response_use::whole;
}

inline download_plan unusable_plan(std::string problem, error_kind kind = error_kind::transport) {
    return {.use = response_use::unusable, .ranges = false, .problem = std::move(problem), .kind = kind};
}

inline download_plan plan_rest(http::response_head const& head, std::uint64_t offset,
                               file_identity const& known, download_plan plan) {
    auto const text = http::find_header(head.headers, "Content-Range");
    auto const range = http::detail::parse_content_range(text);
    if (!range || range->begin != offset)
        return unusable_plan("the server sent the range \"" + std::string(text) +
                             "\" instead of the bytes from " + std::to_string(offset) + " on");
    plan.file.size = range->size;
    plan.end = range->end;
    if (!plan.file.may_be(known))
        return unusable_plan("the file has changed on the server");
    return plan;
}

FEISHU_DECL download_plan plan_download(http::response_head const& head, std::uint64_t offset,
                                        file_identity const& known) {
    auto const field = [&](std::string_view name) { return http::find_header(head.headers, name); };
    download_plan plan{
        .file = {.etag = std::string(field("ETag")), .last_modified = std::string(field("Last-Modified"))},
        .ranges = !http::iequals(field("Accept-Ranges"), "none")};
    if (auto const coding = field("Content-Encoding");
        head.status / 100 == 2 && !coding.empty() && !http::iequals(coding, "identity"))
        return unusable_plan("the server sent the file with the Content-Encoding \"" + std::string(coding) +
                                 "\", which was not requested",
                             error_kind::decode);
    switch (head.status) {
    case 200:
    case 203:
        plan.use = use_of_whole(head.headers);
        if (field("Transfer-Encoding").empty())
            plan.file.size = plan.end = http::detail::parse_byte_count(field("Content-Length"));
        return plan;
    case 206: plan.use = response_use::rest; return plan_rest(head, offset, known, std::move(plan));
    case 416: break;
    default: return plan;
    }
    auto const range = http::detail::parse_content_range(field("Content-Range"));
    if (offset == 0)
        return plan;
    if (range && range->size == offset && file_identity{.size = offset}.may_be(known)) {
        plan.use = response_use::complete;
        plan.file = known;
        plan.file.size = offset;
        return plan;
    }
    return unusable_plan("the server has no bytes from " + std::to_string(offset) + " on");
}

FEISHU_DECL std::optional<bool> begins_like_json(std::string_view text) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (text.starts_with(mark))
        text.remove_prefix(mark.size());
    auto const begin = text.find_first_not_of(" \t\r\n");
    if (begin == text.npos || mark.starts_with(text))
        return std::nullopt;
    return text[begin] == '{';
}

} // namespace feishu::detail
