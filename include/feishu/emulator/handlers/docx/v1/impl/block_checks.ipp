#pragma once

#include <feishu/core/impl/utf8.hpp>
#include <feishu/emulator/handlers/docx/v1/impl/block_checks.hpp>
#include <feishu/emulator/impl/announcement/blocks.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator::detail {

FEISHU_DECL docx::v1::model::block shown_block(state& tenant, std::string const& id,
                                               announcement_block const& stored, user_id_type type) {
    auto out = read_block(stored);
    out.block_id = id;
    if (!stored.parent_id.empty())
        out.parent_id = stored.parent_id;
    if (!stored.children.empty())
        out.children = stored.children;
    auto* text = type != user_id_type::open_id ? text_of(out) : nullptr;
    if (text == nullptr)
        return out;
    for (auto& element : text->elements.values())
        if (element.mention_user && element.mention_user->user_id)
            if (auto const* user = tenant.find_user(feishu::open_id(*element.mention_user->user_id)))
                element.mention_user->user_id = user->id(type);
    return out;
}

FEISHU_DECL result<void> content_checker::check(std::vector<docx::v1::model::text_element>& elements) {
    std::size_t characters = 0;
    for (auto& element : elements) {
        if (element.text_run && element.text_run->content)
            characters += utf8::scan(*element.text_run->content).characters;
        if (element.mention_doc && ++documents_ > 200)
            return refuse(1770035, "mention_doc");
        if (!element.mention_user)
            continue;
        if (++users_ > 200)
            return refuse(1770035, "mention_user");
        auto& id = element.mention_user->user_id;
        auto const* user = !id                              ? nullptr
                           : type_ == user_id_type::open_id ? tenant_.find_user(feishu::open_id(*id))
                                                            : tenant_.find_user(type_, *id);
        if (user == nullptr)
            return refuse(1770038, "mention_user");
        id = user->open_id.str();
    }
    return characters > max_text_characters ? result<void>(refuse(1770033)) : result<void>();
}

FEISHU_DECL result<void> content_checker::count(docx::v1::block_type type) {
    using types = docx::v1::block_type;
    if ((type == types::image && ++images_ > 20) || (type == types::isv && ++isvs_ > 20) ||
        (type == types::sheet && ++sheets_ > 5) || (type == types::bitable && ++bitables_ > 5))
        return refuse(1770035);
    return {};
}

FEISHU_DECL result<void> content_checker::check_size(docx::v1::model::block const& block) {
    if (block.table) {
        auto const& size = block.table->property;
        if (!size || size->row_size.value_or(0) < 1 || size->column_size.value_or(0) < 1)
            return refuse(1770001, "table.property");
        auto const columns = static_cast<std::size_t>(static_cast<int>(*size->column_size));
        if (columns > max_table_columns)
            return refuse(1770010);
        if (columns * static_cast<std::size_t>(static_cast<int>(*size->row_size)) > max_table_cells)
            return refuse(1770011);
    }
    if (block.grid) {
        int const columns = block.grid->column_size.value_or(0);
        if (columns < 2)
            return refuse(1770001, "grid.column_size");
        if (columns > static_cast<int>(max_grid_columns))
            return refuse(1770012);
    }
    return {};
}

FEISHU_DECL result<void> content_checker::check(docx::v1::model::block& block) {
    auto const* kind = find_kind(block.block_type);
    if (kind == nullptr)
        return refuse(1770001, "block_type");
    if (!kind->creatable)
        return refuse(1770029);
    if (!matches_kind(block, *kind))
        return refuse(1770006);
    if (auto ok = count(kind->type); !ok)
        return ok;
    if (block.chat_card &&
        (!block.chat_card->chat_id || tenant_.find_chat(*block.chat_card->chat_id) == nullptr))
        return refuse(1770038, "chat_card");
    if (auto ok = check_size(block); !ok)
        return ok;
    auto* text = text_of(block);
    return text != nullptr ? check(text->elements.values()) : result<void>();
}

FEISHU_DECL void add_paragraph(state& tenant, announcement_edit& edit, std::string const& parent) {
    edit.add(tenant, parent, edit.find(parent)->children.size(), text_block());
}

FEISHU_DECL std::string add_cell(state& tenant, announcement_edit& edit, std::string const& table,
                                 std::size_t index) {
    docx::v1::model::block cell;
    cell.block_type = docx::v1::block_type::table_cell;
    cell.table_cell.emplace().emplace_object();
    auto const id = edit.add(tenant, table, index, std::move(cell));
    add_paragraph(tenant, edit, id);
    return id;
}

FEISHU_DECL std::string add_grid_column(state& tenant, announcement_edit& edit, std::string const& grid,
                                        std::size_t index, int width_ratio) {
    docx::v1::model::block column;
    column.block_type = docx::v1::block_type::grid_column;
    column.grid_column.emplace().width_ratio = width_ratio;
    auto const id = edit.add(tenant, grid, index, std::move(column));
    add_paragraph(tenant, edit, id);
    return id;
}

} // namespace feishu::emulator::detail
