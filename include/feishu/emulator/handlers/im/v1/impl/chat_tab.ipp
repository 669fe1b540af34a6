#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <feishu/core/impl/utf8.hpp>
#include <feishu/emulator/handlers/im/v1/chat_access.hpp>
#include <feishu/emulator/handlers/im/v1/chat_tab.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

using tab_list = std::vector<im::v1::model::chat_tab>;

inline bool is_custom_tab(im::v1::model::chat_tab const& tab) {
    return tab.tab_type == im::v1::chat_tab_type::doc || tab.tab_type == im::v1::chat_tab_type::url;
}

inline im::v1::model::chat_tab* find_tab(tab_list& tabs, feishu::tab_id const& id) {
    auto const found = std::ranges::find(tabs, id, &im::v1::model::chat_tab::tab_id);
    return found != tabs.end() ? &*found : nullptr;
}

inline result<chat_with_parts> find_tabs(state& tenant, caller const& who, endpoint_spec const& spec,
                                         feishu::chat_id const& id) {
    auto found = find_own_chat(tenant, who, spec, id);
    if (!found)
        return found;
    if (auto ok = require_tab_editor(who, *found); !ok)
        return ok.error();
    return found;
}

// A tab keeps what belongs to its type only.
inline result<void> check_tab(state& tenant, caller const& who, im::v1::model::chat_tab& tab) {
    if (!is_custom_tab(tab))
        return refuse(232001, "tab_type must be doc or url");
    if (utf8::scan(tab.tab_name).characters > 60)
        return refuse(232047);
    bool const is_url = tab.tab_type == im::v1::chat_tab_type::url;
    auto const content =
        std::exchange(tab.tab_content, std::nullopt).value_or(im::v1::model::chat_tab_content{});
    auto const& address = is_url ? content.url : content.doc;
    if (!address || !is_web_url(*address))
        return refuse(232048);
    if (!is_url && tenant.settings.private_documents.contains(*address))
        return refuse(232051);
    tab.tab_content.emplace();
    (is_url ? tab.tab_content->url : tab.tab_content->doc) = *address;
    if (!is_url)
        tab.tab_config.reset();
    if (tab.tab_config && tab.tab_config->icon_key && !tab.tab_config->icon_key->empty())
        return require_own_image(tenant, who, *tab.tab_config->icon_key);
    return {};
}

} // namespace detail

FEISHU_DECL result<im::v1::chat_tab::create::response> handle(state& tenant, caller const& who,
                                                              im::v1::chat_tab::create const& request) {
    using request_type = im::v1::chat_tab::create;
    auto const found = detail::find_tabs(tenant, who, request_type::spec, request.chat_id);
    if (!found)
        return found.error();
    auto tabs = found->parts->tabs;
    if (request.chat_tabs->size() +
            static_cast<std::size_t>(std::ranges::count_if(tabs, detail::is_custom_tab)) >
        20)
        return refuse(232046);
    for (auto const& wanted : *request.chat_tabs) {
        im::v1::model::chat_tab tab{.tab_id = tenant.make_number(),
                                    .tab_name = wanted.tab_name.value_or(std::string()),
                                    .tab_type = *wanted.tab_type,
                                    .tab_content = wanted.tab_content,
                                    .tab_config = wanted.tab_config};
        if (auto ok = detail::check_tab(tenant, who, tab); !ok)
            return ok.error();
        tabs.push_back(std::move(tab));
    }
    found->parts->tabs = std::move(tabs);
    return request_type::response{.chat_tabs = found->parts->tabs};
}

FEISHU_DECL result<im::v1::chat_tab::update_tabs::response>
handle(state& tenant, caller const& who, im::v1::chat_tab::update_tabs const& request) {
    using request_type = im::v1::chat_tab::update_tabs;
    auto const found = detail::find_tabs(tenant, who, request_type::spec, request.chat_id);
    if (!found)
        return found.error();
    auto tabs = found->parts->tabs;
    for (auto const& wanted : request.chat_tabs) {
        auto* tab = wanted.tab_id ? detail::find_tab(tabs, *wanted.tab_id) : nullptr;
        if (tab == nullptr)
            return refuse(232001, "unknown tab_id");
        if (!detail::is_custom_tab(*tab))
            return refuse(232049);
        tab->tab_type = *wanted.tab_type;
        if (wanted.tab_name)
            tab->tab_name = *wanted.tab_name;
        if (wanted.tab_content)
            tab->tab_content = wanted.tab_content;
        if (wanted.tab_config)
            tab->tab_config = wanted.tab_config;
        if (auto ok = detail::check_tab(tenant, who, *tab); !ok)
            return ok.error();
    }
    found->parts->tabs = std::move(tabs);
    return request_type::response{.chat_tabs = found->parts->tabs};
}

FEISHU_DECL result<im::v1::chat_tab::delete_tabs::response>
handle(state& tenant, caller const& who, im::v1::chat_tab::delete_tabs const& request) {
    using request_type = im::v1::chat_tab::delete_tabs;
    auto const found = detail::find_tabs(tenant, who, request_type::spec, request.chat_id);
    if (!found)
        return found.error();
    auto tabs = found->parts->tabs;
    for (auto const& id : *request.tab_ids) {
        auto const* tab = detail::find_tab(tabs, id);
        if (tab == nullptr)
            return refuse(232001, "unknown tab_id");
        if (!detail::is_custom_tab(*tab))
            return refuse(232049);
        tabs.erase(tabs.begin() + (tab - tabs.data()));
    }
    found->parts->tabs = std::move(tabs);
    return request_type::response{.chat_tabs = found->parts->tabs};
}

FEISHU_DECL result<im::v1::chat_tab::sort_tabs::response> handle(state& tenant, caller const& who,
                                                                 im::v1::chat_tab::sort_tabs const& request) {
    using request_type = im::v1::chat_tab::sort_tabs;
    auto const found = detail::find_tabs(tenant, who, request_type::spec, request.chat_id);
    if (!found)
        return found.error();
    auto left = found->parts->tabs;
    detail::tab_list sorted{left.front()};
    bool messages_listed = false;
    for (auto const& id : request.tab_ids) {
        if (id == sorted.front().tab_id) {
            messages_listed = true;
            continue;
        }
        auto const* tab = detail::find_tab(left, id);
        if (tab == nullptr)
            return refuse(232001, "unknown or repeated tab_id");
        sorted.push_back(*tab);
        left.erase(left.begin() + (tab - left.data()));
    }
    if (!messages_listed)
        return refuse(232001, "tab_ids must contain the tab of the messages");
    sorted.insert(sorted.end(), left.begin() + 1, left.end());
    found->parts->tabs = std::move(sorted);
    return request_type::response{.chat_tabs = found->parts->tabs};
}

FEISHU_DECL result<im::v1::chat_tab::list_tabs::response> handle(state& tenant, caller const& who,
                                                                 im::v1::chat_tab::list_tabs const& request) {
    using request_type = im::v1::chat_tab::list_tabs;
    auto const found = find_own_chat(tenant, who, request_type::spec, request.chat_id);
    if (!found)
        return found.error();
    return request_type::response{.chat_tabs = found->parts->tabs};
}

} // namespace feishu::emulator
