#pragma once

#include <algorithm>
#include <utility>

#include <feishu/emulator/impl/net/multipart_reader.hpp>
#include <feishu/http/header_list.hpp>
#include <feishu/http/impl/content_disposition.hpp>

namespace feishu::emulator::detail {

FEISHU_DECL std::string multipart_boundary(std::string_view content_type) {
    constexpr std::size_t most = 70; // RFC 2046
    auto const type = content_type.substr(0, content_type.find(';'));
    if (!http::iequals(type.substr(0, type.find_last_not_of(" \t") + 1), "multipart/form-data"))
        return {};
    while (auto const parameter = http::detail::take_parameter(content_type))
        if (http::iequals(parameter->name, "boundary") && parameter->value.size() <= most)
            return parameter->value;
    return {};
}

// The part that a head without a readable Content-Disposition begins has no name.
inline part_head parse_part_head(std::string_view lines) {
    constexpr std::string_view field = "Content-Disposition:";
    part_head out;
    while (!lines.empty()) {
        auto line = lines.substr(0, lines.find("\r\n"));
        lines.remove_prefix((std::min)(line.size() + 2, lines.size()));
        if (!http::iequals(line.substr(0, field.size()), field))
            continue;
        line.remove_prefix(field.size());
        while (auto parameter = http::detail::take_parameter(line)) {
            if (http::iequals(parameter->name, "name"))
                out.name = std::move(parameter->value);
            else if (http::iequals(parameter->name, "filename"))
                out.file_name = std::move(parameter->value);
        }
    }
    return out;
}

FEISHU_DECL bool multipart_reader::feed(std::string_view bytes) {
    unread_ += bytes;
    while (advance())
        ;
    return state_ != state::malformed;
}

// True if there may be more to read.
FEISHU_DECL bool multipart_reader::advance() {
    switch (state_) {
    case state::preamble:
    case state::data: return find_delimiter();
    case state::delimiter: return end_delimiter();
    case state::head: return read_head();
    case state::epilogue:
    case state::malformed: break;
    }
    unread_.clear();
    return false;
}

FEISHU_DECL bool multipart_reader::find_delimiter() {
    auto const at = unread_.find(delimiter_);
    bool const found = at != std::string::npos;
    // What may be the beginning of a delimiter is kept.
    auto const before = found ? at : unread_.size() - (std::min)(unread_.size(), delimiter_.size() - 1);
    if (state_ == state::data && before != 0)
        on_data_(std::string_view(unread_).substr(0, before));
    take(found ? before + delimiter_.size() : before);
    if (found)
        state_ = state::delimiter;
    return found;
}

// After the delimiter: "--" ends the form, a line break ends the delimiter.
FEISHU_DECL bool multipart_reader::end_delimiter() {
    if (unread_.size() < 2)
        return false;
    if (unread_.starts_with("--")) {
        state_ = state::epilogue;
        return true;
    }
    auto const end = unread_.find_first_not_of(" \t");
    if (end == std::string::npos || unread_.size() - end < 2)
        return unread_.size() > max_padding && fail();
    if (end > max_padding || unread_.compare(end, 2, "\r\n") != 0)
        return fail();
    take(end); // the line break begins the head, which ends with two of them
    state_ = state::head;
    return true;
}

FEISHU_DECL bool multipart_reader::read_head() {
    auto const end = unread_.find("\r\n\r\n");
    if (end == std::string::npos ? unread_.size() > max_head : end > max_head)
        return fail();
    if (end == std::string::npos)
        return false;
    on_part_(parse_part_head(std::string_view(unread_).substr(0, end)));
    take(end + 4);
    state_ = state::data;
    return true;
}

FEISHU_DECL bool multipart_reader::fail() {
    state_ = state::malformed;
    unread_.clear();
    return false;
}

} // namespace feishu::emulator::detail
