#pragma once

#include <algorithm>
#include <utility>

#include <feishu/emulator/impl/announcement/blocks.hpp>
#include <feishu/json/read.hpp>
#include <feishu/json/write.hpp>

namespace feishu::emulator::detail {

template <auto Member>
bool has_content(docx::v1::model::block const& block) {
    return (block.*Member).has_value();
}

template <auto Member>
constexpr block_kind text_kind(docx::v1::block_type type, bool parent) {
    return {.type = type, .has_content = has_content<Member>, .text = Member, .parent = parent};
}

template <auto Member>
constexpr block_kind other_kind(docx::v1::block_type type, bool creatable = true, bool parent = false) {
    return {.type = type, .has_content = has_content<Member>, .creatable = creatable, .parent = parent};
}

using block_ = docx::v1::model::block;
using type_ = docx::v1::block_type;

inline constexpr block_kind block_kinds[] = {
    {.type = type_::page,
     .has_content = has_content<&block_::page>,
     .text = &block_::page,
     .creatable = false,
     .parent = true},
    text_kind<&block_::text>(type_::text, true),
    text_kind<&block_::heading1>(type_::heading1, true),
    text_kind<&block_::heading2>(type_::heading2, true),
    text_kind<&block_::heading3>(type_::heading3, true),
    text_kind<&block_::heading4>(type_::heading4, true),
    text_kind<&block_::heading5>(type_::heading5, true),
    text_kind<&block_::heading6>(type_::heading6, true),
    text_kind<&block_::heading7>(type_::heading7, true),
    text_kind<&block_::heading8>(type_::heading8, true),
    text_kind<&block_::heading9>(type_::heading9, true),
    text_kind<&block_::bullet>(type_::bullet, true),
    text_kind<&block_::ordered>(type_::ordered, true),
    text_kind<&block_::code>(type_::code, false),
    text_kind<&block_::quote>(type_::quote, false),
    text_kind<&block_::todo>(type_::todo, true),
    other_kind<&block_::bitable>(type_::bitable),
    other_kind<&block_::callout>(type_::callout, true, true),
    other_kind<&block_::chat_card>(type_::chat_card),
    other_kind<&block_::diagram>(type_::diagram, false),
    other_kind<&block_::divider>(type_::divider),
    other_kind<&block_::file>(type_::file),
    other_kind<&block_::grid>(type_::grid),
    other_kind<&block_::grid_column>(type_::grid_column, false, true),
    other_kind<&block_::iframe>(type_::iframe),
    other_kind<&block_::image>(type_::image),
    other_kind<&block_::isv>(type_::isv),
    other_kind<&block_::mindnote>(type_::mindnote, false),
    other_kind<&block_::sheet>(type_::sheet),
    other_kind<&block_::table>(type_::table),
    other_kind<&block_::table_cell>(type_::table_cell, false, true),
    other_kind<&block_::view>(type_::view, false),
    other_kind<&block_::quote_container>(type_::quote_container, true, true),
    other_kind<&block_::task>(type_::task, false),
    other_kind<&block_::okr>(type_::okr),
    other_kind<&block_::okr_objective>(type_::okr_objective, false),
    other_kind<&block_::okr_key_result>(type_::okr_key_result, false),
    other_kind<&block_::okr_progress>(type_::okr_progress, false),
    other_kind<&block_::add_ons>(type_::add_ons),
    other_kind<&block_::jira_issue>(type_::jira_issue, false),
    other_kind<&block_::wiki_catalog>(type_::wiki_catalog),
    other_kind<&block_::board>(type_::board),
    other_kind<&block_::agenda>(type_::agenda, false),
    other_kind<&block_::agenda_item>(type_::agenda_item, false),
    other_kind<&block_::agenda_item_title>(type_::agenda_item_title, false),
    other_kind<&block_::agenda_item_content>(type_::agenda_item_content, false),
    other_kind<&block_::link_preview>(type_::link_preview, false),
    other_kind<&block_::undefined>(type_::undefined, false),
};

FEISHU_DECL block_kind const* find_kind(open<docx::v1::block_type> const& type) {
    for (auto const& kind : block_kinds)
        if (type == kind.type)
            return &kind;
    return nullptr;
}

FEISHU_DECL bool matches_kind(docx::v1::model::block const& block, block_kind const& kind) {
    return std::ranges::all_of(block_kinds, [&](block_kind const& one) {
        return one.has_content(block) == (one.type == kind.type);
    });
}

inline bool is_heading(docx::v1::block_type type) {
    return type >= type_::heading1 && type <= type_::heading9;
}

FEISHU_DECL bool accepts(docx::v1::block_type parent, docx::v1::block_type child) {
    switch (parent) {
    case type_::callout:
        return child == type_::text || is_heading(child) || child == type_::ordered ||
               child == type_::bullet || child == type_::todo || child == type_::quote ||
               child == type_::quote_container;
    case type_::table_cell:
        return child != type_::table && child != type_::sheet && child != type_::bitable &&
               child != type_::okr;
    case type_::grid_column: return child != type_::grid && child != type_::bitable && child != type_::okr;
    default: return true;
    }
}

FEISHU_DECL docx::v1::model::text* text_of(docx::v1::model::block& block) {
    auto const* kind = find_kind(block.block_type);
    if (kind == nullptr || kind->text == nullptr)
        return nullptr;
    auto& text = block.*(kind->text);
    return text ? &*text : &text.emplace();
}

FEISHU_DECL std::string plain_text(docx::v1::model::text const& text) {
    std::string out;
    for (auto const& element : text.elements)
        if (element.text_run && element.text_run->content)
            out += *element.text_run->content;
    return out;
}

FEISHU_DECL docx::v1::model::block read_block(announcement_block const& stored) {
    auto read = json::read<docx::v1::model::block>(stored.content);
    return read ? std::move(*read) : docx::v1::model::block{};
}

FEISHU_DECL std::string write_block(docx::v1::model::block block) {
    block.block_id.reset();
    block.parent_id.reset();
    block.children = decltype(block.children)();
    return json::to_string(block);
}

FEISHU_DECL docx::v1::model::block copy_of(docx::v1::model::block const& block) {
    auto out = read_block({.content = json::to_string(block)});
    out.block_id.reset();
    out.parent_id.reset();
    out.children = decltype(out.children)();
    return out;
}

FEISHU_DECL docx::v1::model::block text_block(std::string text) {
    docx::v1::model::block out;
    out.block_type = docx::v1::block_type::text;
    docx::v1::model::text_element element;
    element.text_run.emplace().content = std::move(text);
    out.text.emplace().elements.push_back(std::move(element));
    return out;
}

} // namespace feishu::emulator::detail
