#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <feishu/emulator/handlers/docx/v1/chat_announcement_block_children.hpp>
#include <feishu/emulator/handlers/docx/v1/impl/block_change.hpp>
#include <feishu/emulator/handlers/docx/v1/impl/block_view.hpp>
#include <feishu/emulator/impl/announcement/blocks.hpp>

namespace feishu::emulator {
namespace detail {

inline void fill_table(state& tenant, announcement_edit& edit, std::string const& id) {
    auto block = read_block(*edit.find(id));
    auto& property = *block.table->property;
    auto const columns = static_cast<std::size_t>(static_cast<int>(*property.column_size));
    auto const cells = columns * static_cast<std::size_t>(static_cast<int>(*property.row_size));
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < cells; ++i)
        ids.push_back(add_cell(tenant, edit, id, i));
    block.table->cells = std::move(ids);
    property.column_width = std::vector<int>(columns, 100);
    property.merge_info =
        std::vector<docx::v1::model::table_merge_info>(cells, {.row_span = 1, .col_span = 1});
    edit.change(id).content = write_block(std::move(block));
}

// Adds a block and what the platform adds with it; returns the id of the upper one.
inline std::string add_block(state& tenant, announcement_edit& edit, std::string const& parent,
                             std::size_t index, docx::v1::model::block block) {
    if (block.file) { // shown in a view
        docx::v1::model::block view;
        view.block_type = docx::v1::block_type::view;
        view.view.emplace().view_type = docx::v1::view_type::card;
        auto const id = edit.add(tenant, parent, index, std::move(view));
        edit.add(tenant, id, 0, std::move(block));
        return id;
    }
    if (block.image && !block.image->token)
        block.image = {.width = 100, .height = 100, .token = std::string(), .align = block.image->align};
    if (block.sheet)
        block.sheet->token = tenant.make_id("") + '_' + tenant.make_id("").substr(0, 6);
    if (block.bitable)
        block.bitable->token = tenant.make_id("") + '_' + tenant.make_id("").substr(0, 6);
    bool const is_table = block.table.has_value();
    bool const is_container = block.callout || block.quote_container;
    int const columns = block.grid ? static_cast<int>(*block.grid->column_size) : 0;
    auto const id = edit.add(tenant, parent, index, std::move(block));
    if (is_table)
        fill_table(tenant, edit, id);
    for (int i = 0; i < columns; ++i)
        add_grid_column(tenant, edit, id, static_cast<std::size_t>(i), 100 / columns);
    if (is_container)
        add_paragraph(tenant, edit, id);
    return id;
}

inline result<void> check_limits(state const& tenant, announcement_edit const& edit,
                                 std::string const& parent) {
    auto const& limits = tenant.settings;
    if (edit.size() > limits.max_announcement_blocks)
        return refuse(1770004);
    if (edit.depth_of(parent) >= limits.max_announcement_depth)
        return refuse(1770005);
    if (edit.find(parent)->children.size() > limits.max_announcement_children)
        return refuse(1770007);
    return {};
}

// Blocks whose children cannot be deleted at all, or not all of them.
inline bool keeps_children(docx::v1::block_type type, bool all) {
    using types = docx::v1::block_type;
    if (type == types::table || type == types::grid || type == types::view)
        return true;
    return all && (type == types::table_cell || type == types::grid_column || type == types::callout);
}

} // namespace detail

FEISHU_DECL result<docx::v1::chat_announcement_block_children::get::response>
handle(state& tenant, caller const& who, docx::v1::chat_announcement_block_children::get const& request) {
    using request_type = docx::v1::chat_announcement_block_children::get;
    auto const view =
        detail::view_blocks(tenant, who, request_type::spec, request.chat_id, request.revision_id);
    if (!view)
        return view.error();
    auto const* parent = view->find(*request.block_id);
    if (parent == nullptr)
        return refuse_block(*view->stored, request_type::spec, *request.block_id);
    return detail::show_page<request_type::response>(
        tenant, *view, request_type::spec, parent->children,
        {.page_size = request.page_size, .page_token = request.page_token, .type = request.user_id_type});
}

FEISHU_DECL result<docx::v1::chat_announcement_block_children::create::response>
handle(state& tenant, caller const& who, docx::v1::chat_announcement_block_children::create const& request) {
    using request_type = docx::v1::chat_announcement_block_children::create;
    auto const change = detail::begin_change(tenant, who, request_type::spec, request.chat_id,
                                             request.revision_id, request.client_token);
    if (!change)
        return change.error();
    auto const type = request.user_id_type.value_or(user_id_type::open_id);
    auto const* applied = change->applied;
    if (applied == nullptr) {
        detail::announcement_edit edit(*change->stored);
        auto const& parent_id = *request.block_id;
        auto const* parent = edit.find(parent_id);
        if (parent == nullptr)
            return refuse_block(*change->stored, request_type::spec, parent_id);
        auto const* kind = detail::find_kind(detail::read_block(*parent).block_type);
        if (kind == nullptr || !kind->parent)
            return refuse(1770028);
        auto const size = parent->children.size();
        int const wanted = request.index ? static_cast<int>(*request.index) : -1;
        if (request.children.empty() || (wanted >= 0 && static_cast<std::size_t>(wanted) > size))
            return refuse(1770001, request.children.empty() ? "children" : "index");
        auto index = wanted < 0 ? size : static_cast<std::size_t>(wanted);
        detail::content_checker checker(tenant, type);
        std::vector<std::string> created;
        for (auto const& wanted_child : request.children) {
            auto child = detail::copy_of(wanted_child);
            if (auto ok = checker.check(child); !ok)
                return ok.error();
            if (!detail::accepts(kind->type, *child.block_type.value()))
                return refuse(1770030);
            created.push_back(detail::add_block(tenant, edit, parent_id, index++, std::move(child)));
            if (auto ok = detail::check_limits(tenant, edit, parent_id); !ok)
                return ok.error();
        }
        applied = &detail::finish_change(tenant, who, *change, edit, std::move(created));
    }
    return request_type::response{.children = detail::show_changed(tenant, *change, *applied, type),
                                  .revision_id = applied->revision,
                                  .client_token = change->client_token};
}

FEISHU_DECL result<docx::v1::chat_announcement_block_children::batch_delete::response>
handle(state& tenant, caller const& who,
       docx::v1::chat_announcement_block_children::batch_delete const& request) {
    using request_type = docx::v1::chat_announcement_block_children::batch_delete;
    auto const change = detail::begin_change(tenant, who, request_type::spec, request.chat_id,
                                             request.revision_id, request.client_token);
    if (!change)
        return change.error();
    auto const* applied = change->applied;
    if (applied == nullptr) {
        detail::announcement_edit edit(*change->stored);
        auto const* parent = edit.find(*request.block_id);
        if (parent == nullptr)
            return refuse_block(*change->stored, request_type::spec, *request.block_id);
        auto const children = parent->children;
        int const first = *request.start_index;
        int const last = *request.end_index;
        if (first < 0 || last <= first || static_cast<std::size_t>(last) > children.size())
            return refuse(1770001, "start_index, end_index");
        bool const all = static_cast<std::size_t>(last - first) == children.size();
        auto const type = detail::read_block(*parent).block_type.value();
        if (type && detail::keeps_children(*type, all))
            return refuse(1770031);
        for (int i = first; i < last; ++i)
            edit.remove(children[static_cast<std::size_t>(i)]);
        applied = &detail::finish_change(tenant, who, *change, edit, {});
    }
    return request_type::response{.revision_id = applied->revision, .client_token = change->client_token};
}

} // namespace feishu::emulator
