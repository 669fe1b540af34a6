#pragma once
// Validation rules across the fields of im.v1.chat_tab; validate() applies them.

#include <cstddef>

#include <feishu/core/violation.hpp>
#include <feishu/generated/im/v1/chat_tab.hpp>
#include <feishu/rules/impl/report.hpp>

namespace feishu::im::v1::chat_tab {

constexpr void rules(create const& request, violations& found) {
    auto const& tabs = *request.chat_tabs;
    for (std::size_t i = 0; i < tabs.size(); ++i) {
        auto const& type = *tabs[i].tab_type;
        if (type.known() && type != v1::chat_tab_type::url && type != v1::chat_tab_type::doc)
            feishu::detail::add_at(found, "chat_tabs", i, "tab_type", "must be url or doc in a new tab");
    }
}

constexpr void rules(update_tabs const& request, violations& found) {
    for (std::size_t i = 0; i < request.chat_tabs.size(); ++i)
        if (!request.chat_tabs[i].tab_id)
            feishu::detail::add_at(found, "chat_tabs", i, "tab_id", "is required: it identifies the tab to change");
}

} // namespace feishu::im::v1::chat_tab
