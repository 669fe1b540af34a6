#pragma once
// Validation rules across the fields of docx.v1.chat_announcement_block_children; validate() applies them.

#include <cstddef>

#include <feishu/core/violation.hpp>
#include <feishu/generated/docx/v1/chat_announcement_block_children.hpp>
#include <feishu/rules/impl/report.hpp>

namespace feishu::docx::v1::chat_announcement_block_children {

constexpr void rules(create const& request, violations& found) {
    for (std::size_t i = 0; i < request.children.size(); ++i)
        if (!request.children[i].block_type.has_value())
            feishu::detail::add_at(found, "children", i, "block_type", "is required");
}

constexpr void rules(batch_delete const& request, violations& found) {
    if (request.end_index.present() && *request.end_index <= *request.start_index)
        found.add("end_index", "must be greater than start_index");
}

} // namespace feishu::docx::v1::chat_announcement_block_children
