#pragma once

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <feishu/emulator/handlers/docx/v1/chat_announcement_block.hpp>
#include <feishu/emulator/handlers/docx/v1/impl/block_change.hpp>
#include <feishu/emulator/handlers/docx/v1/impl/table_operations.hpp>
#include <feishu/emulator/impl/announcement/blocks.hpp>
#include <feishu/json/read.hpp>
#include <feishu/json/write.hpp>

namespace feishu::emulator {
namespace detail {

using style_field = docx::v1::text_style_field;

inline bool is_styled(docx::v1::block_type type, style_field field, bool has_children) {
    using types = docx::v1::block_type;
    switch (field) {
    case style_field::done: return type == types::todo;
    case style_field::language:
    case style_field::wrap: return type == types::code;
    case style_field::indentation_level: return type == types::text;
    case style_field::folded:
        return (type >= types::heading1 && type <= types::heading9) ||
               (has_children && (type == types::text || type == types::ordered || type == types::bullet ||
                                 type == types::todo));
    case style_field::align:
    case style_field::background_color: break;
    }
    return true;
}

inline void copy_style(docx::v1::model::text_style& to, docx::v1::model::text_style const& from,
                       style_field field) {
    switch (field) {
    case style_field::align: to.align = from.align; break;
    case style_field::done: to.done = from.done; break;
    case style_field::folded: to.folded = from.folded; break;
    case style_field::language: to.language = from.language; break;
    case style_field::wrap: to.wrap = from.wrap; break;
    case style_field::background_color: to.background_color = from.background_color; break;
    case style_field::indentation_level: to.indentation_level = from.indentation_level; break;
    }
}

// One request of batch_update.
class block_updater {
public:
    block_updater(state& tenant, announcement_edit& edit, content_checker& checker)
        : tenant_(tenant), edit_(edit), checker_(checker) {}

    result<void> run(std::string const& id, docx::v1::model::block_update const& update) {
        auto block = read_block(*edit_.find(id));
        has_children_ = !edit_.find(id)->children.empty();
        if (auto ok = apply_to(id, block, update); !ok)
            return ok;
        edit_.change(id).content = write_block(std::move(block));
        return {};
    }

private:
    result<void> apply_to(std::string const& id, docx::v1::model::block& block,
                          docx::v1::model::block_update const& update) {
        if (update.update_text_elements)
            return set_elements(block, json::to_string(*update.update_text_elements));
        if (update.update_text_style)
            return set_style(block, *update.update_text_style->style,
                             update.update_text_style->fields->values());
        if (update.update_text) {
            if (auto ok = set_elements(block, json::to_string(*update.update_text)); !ok)
                return ok;
            return set_style(block, *update.update_text->style, update.update_text->fields->values());
        }
        if (update.replace_image)
            return set_image(block, *update.replace_image);
        if (update.replace_file)
            return set_file(block, *update.replace_file);
        if (update.update_task)
            return refuse(1770025); // blocks of tasks cannot be created
        return apply_to_table({tenant_, edit_, id, block}, update);
    }

    static result<void> apply_to_table(table_target at, docx::v1::model::block_update const& update) {
        if (update.update_table_property)
            return apply(at, *update.update_table_property);
        if (update.insert_table_row)
            return apply(at, *update.insert_table_row);
        if (update.insert_table_column)
            return apply(at, *update.insert_table_column);
        if (update.delete_table_rows)
            return apply(at, *update.delete_table_rows);
        if (update.delete_table_columns)
            return apply(at, *update.delete_table_columns);
        if (update.merge_table_cells)
            return apply(at, *update.merge_table_cells);
        if (update.unmerge_table_cells)
            return apply(at, *update.unmerge_table_cells);
        if (update.insert_grid_column)
            return apply(at, *update.insert_grid_column);
        if (update.delete_grid_column)
            return apply(at, *update.delete_grid_column);
        if (update.update_grid_column_width_ratio)
            return apply(at, *update.update_grid_column_width_ratio);
        return refuse(1770001, "a request without an operation");
    }

    // The elements are read from JSON, as blocks are copied: see copy_of.
    result<void> set_elements(docx::v1::model::block& block, std::string const& update) {
        auto* text = text_of(block);
        if (text == nullptr)
            return refuse(1770025);
        auto given = json::read<docx::v1::model::text>(update);
        if (!given || given->elements.empty())
            return refuse(1770001, "elements");
        if (auto ok = checker_.check(given->elements.values()); !ok)
            return ok;
        text->elements = std::move(given->elements);
        return {};
    }

    result<void> set_style(docx::v1::model::block& block, docx::v1::model::text_style const& style,
                           std::vector<open<style_field>> const& fields) const {
        auto* text = text_of(block);
        if (text == nullptr)
            return refuse(1770025);
        if (fields.empty())
            return refuse(1770001, "fields");
        auto& shown = text->style ? *text->style : text->style.emplace();
        for (auto const& field : fields) {
            if (!field.known())
                return refuse(1770001, "fields");
            if (!is_styled(*block.block_type.value(), *field.value(), has_children_))
                return refuse(1770025);
            copy_style(shown, style, *field.value());
        }
        return {};
    }

    static result<void> set_image(docx::v1::model::block& block,
                                  docx::v1::model::replace_image const& wanted) {
        if (!block.image)
            return refuse(1770025);
        if (wanted.token->empty())
            return refuse(1770038, "replace_image.token");
        block.image->token = *wanted.token;
        if (wanted.width)
            block.image->width = wanted.width;
        if (wanted.height)
            block.image->height = wanted.height;
        if (wanted.align.has_value())
            block.image->align = wanted.align;
        return {};
    }

    static result<void> set_file(docx::v1::model::block& block, docx::v1::model::replace_file const& wanted) {
        if (!block.file)
            return refuse(1770025);
        if (wanted.token->empty())
            return refuse(1770038, "replace_file.token");
        block.file->token = *wanted.token;
        return {};
    }

    state& tenant_;
    announcement_edit& edit_;
    content_checker& checker_;
    bool has_children_ = false;
};

} // namespace detail

FEISHU_DECL result<docx::v1::chat_announcement_block::batch_update::response>
handle(state& tenant, caller const& who, docx::v1::chat_announcement_block::batch_update const& request) {
    using request_type = docx::v1::chat_announcement_block::batch_update;
    auto const change = detail::begin_change(tenant, who, request_type::spec, request.chat_id,
                                             request.revision_id, request.client_token);
    if (!change)
        return change.error();
    auto const type = request.user_id_type.value_or(user_id_type::open_id);
    auto const* applied = change->applied;
    if (applied == nullptr) {
        if (request.requests.empty())
            return refuse(1770001, "requests");
        detail::announcement_edit edit(*change->stored);
        detail::content_checker checker(tenant, type);
        detail::block_updater updater(tenant, edit, checker);
        std::vector<std::string> updated;
        for (auto const& update : request.requests) {
            auto const id = update.block_id.value_or(std::string());
            if (std::ranges::find(updated, id) != updated.end())
                return refuse(1770019);
            if (edit.find(id) == nullptr)
                return refuse_block(*change->stored, request_type::spec, id);
            if (auto ok = updater.run(id, update); !ok)
                return ok.error();
            updated.push_back(id);
        }
        applied = &detail::finish_change(tenant, who, *change, edit, std::move(updated));
    }
    return request_type::response{.blocks = detail::show_changed(tenant, *change, *applied, type),
                                  .revision_id = applied->revision,
                                  .client_token = change->client_token};
}

} // namespace feishu::emulator
