#pragma once

#include <map>
#include <string>
#include <vector>

#include <feishu/emulator/handlers/docx/v1/chat_announcement_block.hpp>
#include <feishu/emulator/handlers/docx/v1/impl/block_view.hpp>

namespace feishu::emulator {
namespace detail {

// Each block before those below it. Depth is bounded by settings::max_announcement_depth.
inline void append_tree(std::map<std::string, announcement_block> const& blocks, std::string const& id,
                        std::vector<std::string>& out) {
    auto const found = blocks.find(id);
    if (found == blocks.end())
        return;
    out.push_back(id);
    for (auto const& child : found->second.children)
        append_tree(blocks, child, out);
}

} // namespace detail

FEISHU_DECL result<docx::v1::chat_announcement_block::get::response>
handle(state& tenant, caller const& who, docx::v1::chat_announcement_block::get const& request) {
    using request_type = docx::v1::chat_announcement_block::get;
    auto const view =
        detail::view_blocks(tenant, who, request_type::spec, request.chat_id, request.revision_id);
    if (!view)
        return view.error();
    auto const* block = view->find(*request.block_id);
    if (block == nullptr)
        return refuse_block(*view->stored, request_type::spec, *request.block_id);
    auto const type = request.user_id_type.value_or(user_id_type::open_id);
    return request_type::response{.block = detail::shown_block(tenant, *request.block_id, *block, type)};
}

FEISHU_DECL result<docx::v1::chat_announcement_block::list::response>
handle(state& tenant, caller const& who, docx::v1::chat_announcement_block::list const& request) {
    using request_type = docx::v1::chat_announcement_block::list;
    auto const view =
        detail::view_blocks(tenant, who, request_type::spec, request.chat_id, request.revision_id);
    if (!view)
        return view.error();
    std::vector<std::string> ids;
    detail::append_tree(view->blocks(), request.chat_id->str(), ids);
    return detail::show_page<request_type::response>(
        tenant, *view, request_type::spec, ids,
        {.page_size = request.page_size, .page_token = request.page_token, .type = request.user_id_type});
}

} // namespace feishu::emulator
