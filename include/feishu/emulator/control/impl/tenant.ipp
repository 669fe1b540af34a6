#pragma once

#include <algorithm>
#include <chrono>
#include <set>
#include <utility>

#include <feishu/emulator/control/impl/entries.hpp>
#include <feishu/emulator/control/impl/handlers.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/refusal.hpp>
#include <feishu/emulator/server.hpp>

namespace feishu::emulator::control {
namespace detail {

template <class Response, class Entry>
Response response_of(Entry entry) {
    Response out;
    static_cast<Entry&>(out) = std::move(entry);
    return out;
}

template <class Response, class List>
Response listed(List const& list) {
    Response out;
    for (auto const& one : list)
        out.items.push_back(entry_of(one));
    return out;
}

inline error unknown(std::string_view what) { return refuse(230001, what); }

} // namespace detail

FEISHU_DECL result<create_app::response> handle(server& platform, create_app const& request) {
    emulator::app app{.app_id = request.app_id, .app_secret = request.app_secret, .name = request.name};
    app.bot = request.bot.value_or(true);
    app.store = request.store.value_or(false);
    if (request.scopes)
        app.scopes.emplace(request.scopes->begin(), request.scopes->end());
    return platform.state().with([&](state& tenant) -> result<create_app::response> {
        if (!app.app_id.empty() && tenant.find_app(app.app_id) != nullptr)
            return refuse(230001, "there is an app with this app_id");
        return detail::response_of<create_app::response>(detail::entry_of(tenant.add_app(std::move(app))));
    });
}

FEISHU_DECL result<list_apps::response> handle(server& platform, list_apps const&) {
    return platform.state().with(
        [](state& tenant) { return detail::listed<list_apps::response>(tenant.apps()); });
}

FEISHU_DECL result<create_user::response> handle(server& platform, create_user const& request) {
    return detail::response_of<create_user::response>(
        detail::entry_of(platform.state()->add_user(*request.name)));
}

FEISHU_DECL result<list_users::response> handle(server& platform, list_users const&) {
    return platform.state().with(
        [](state& tenant) { return detail::listed<list_users::response>(tenant.users()); });
}

FEISHU_DECL result<create_chat::response> handle(server& platform, create_chat const& request) {
    return platform.state().with([&](state& tenant) -> result<create_chat::response> {
        for (auto const& member : *request.members)
            if (tenant.find_user(member) == nullptr)
                return detail::unknown("members: unknown open_id " + member.str());
        if (request.bots)
            for (auto const& bot : *request.bots)
                if (tenant.find_app(bot) == nullptr)
                    return detail::unknown("bots: unknown app_id " + bot.str());
        auto const id = tenant.add_chat(request.name, *request.members, request.bots);
        return detail::response_of<create_chat::response>(detail::entry_of(*tenant.find_chat(id)));
    });
}

FEISHU_DECL result<list_chats::response> handle(server& platform, list_chats const&) {
    return platform.state().with(
        [](state& tenant) { return detail::listed<list_chats::response>(tenant.chats()); });
}

FEISHU_DECL result<change_chat::response> handle(server& platform, change_chat const& request) {
    return platform.state().with([&](state& tenant) -> result<change_chat::response> {
        auto const& id = *request.chat_id;
        auto const* chat = tenant.find_chat(id);
        if (chat == nullptr)
            return detail::unknown("unknown chat_id");
        std::string failed; // what could not be changed, for the error
        auto const apply = [&](std::string_view what, bool done) {
            if (!done)
                failed.append(failed.empty() ? "not changed: " : ", ").append(what);
        };
        if (request.name)
            apply("name", tenant.rename(id, *request.name, request.by));
        for (auto const& user : request.add_members)
            apply(user.str(), tenant.add_member(id, user, request.by));
        for (auto const& user : request.remove_members)
            apply(user.str(), tenant.remove_member(id, user, request.by));
        for (auto const& bot : request.add_bots)
            apply(bot.str(), tenant.add_bot(id, bot, request.by));
        for (auto const& bot : request.remove_bots)
            apply(bot.str(), tenant.remove_bot(id, bot, request.by));
        if (request.dissolved.value_or(false))
            apply("dissolved", tenant.dissolve(id, request.by));
        if (!failed.empty())
            return refuse(230001, failed);
        return detail::response_of<change_chat::response>(detail::entry_of(*chat));
    });
}

FEISHU_DECL result<list_messages::response> handle(server& platform, list_messages const& request) {
    return platform.state().with([&](state& tenant) -> result<list_messages::response> {
        if (tenant.find_chat(*request.chat_id) == nullptr)
            return detail::unknown("unknown chat_id");
        list_messages::response out;
        auto const& positions = tenant.positions_of(*request.chat_id);
        auto const first =
            (std::min)(static_cast<std::size_t>(static_cast<int>(request.after)), positions.size());
        auto const last =
            (std::min)(first + static_cast<std::size_t>(static_cast<int>(request.limit)), positions.size());
        for (auto at = first; at < last; ++at)
            out.items.push_back(detail::entry_of(tenant.messages()[positions[at]]));
        return out;
    });
}

} // namespace feishu::emulator::control
