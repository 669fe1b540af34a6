#pragma once

#include <feishu/content/card/impl/outliner.hpp>
#include <feishu/core/impl/utf8.hpp>

namespace feishu::card::detail {

FEISHU_DECL void outliner::enter(component const& c, feishu::detail::field_path const&) {
    if (!out_.empty())
        out_ += '\n';
    out_.append(2 * depth_++, ' ');
    append(c.tag.empty() ? "element without a tag" : c.tag);
    if (auto const name = string_member(c.json, "name"); !name.empty()) {
        out_ += ' ';
        append(name);
    }
    if (auto const id = string_member(c.json, "element_id"); !id.empty()) {
        out_ += " #";
        append(id);
    }
    has_text_ = false;
    if (auto const content = string_member(c.json, "content"); !content.empty())
        add_text(content);
}

FEISHU_DECL void outliner::leave(component const&, feishu::detail::field_path const&) {
    --depth_;
    has_text_ = true; // later texts belong to no open element
}

FEISHU_DECL void outliner::on_text(boost::json::object const& text, std::string_view,
                                   feishu::detail::field_path const&) {
    if (auto const content = string_member(text, "content"); !has_text_ && !content.empty())
        add_text(content);
}

FEISHU_DECL void outliner::add_text(std::string_view text) {
    out_ += ": ";
    append(text);
    has_text_ = true;
}

// Appends text on one line, truncated between characters.
FEISHU_DECL void outliner::append(std::string_view text) {
    constexpr std::size_t most = 80;
    auto const shown = utf8::prefix(text, most);
    for (char const c : shown)
        out_ += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
    if (shown.size() < text.size())
        out_ += "…";
}

} // namespace feishu::card::detail
