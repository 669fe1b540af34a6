#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include <feishu/emulator/control.hpp>
#include <feishu/emulator/control/impl/entries.hpp>
#include <feishu/emulator/control/impl/handlers.hpp>
#include <feishu/emulator/refusal.hpp>
#include <feishu/emulator/server.hpp>

namespace feishu::emulator {
namespace control::detail {

// Looks for ids that occur twice, or refer to nothing, before anything is added.
class scenario_check {
public:
    scenario_check(state& tenant, scenario const& what) : tenant_(tenant), what_(what) {}

    result<void> run() {
        apps();
        departments();
        users();
        chats();
        if (problem_.empty())
            return {};
        return refuse(230001, problem_);
    }

private:
    void apps() {
        for (std::size_t i = 0; i < what_.apps.size(); ++i)
            define("apps", i, "app_id", what_.apps[i].app_id.str(),
                   tenant_.find_app(what_.apps[i].app_id) != nullptr);
    }
    void departments() {
        for (std::size_t i = 0; i < what_.departments.size(); ++i) {
            auto const& one = what_.departments[i];
            if (one.parent.str() != "0")
                refer("departments", i, "parent", one.parent.str(),
                      tenant_.find_department(one.parent) != nullptr);
            define("departments", i, "open_department_id", one.open_department_id.str(),
                   tenant_.find_department(one.open_department_id) != nullptr);
        }
    }
    void users() {
        for (std::size_t i = 0; i < what_.users.size(); ++i) {
            auto const& one = what_.users[i];
            define("users", i, "open_id", one.open_id.str(), tenant_.find_user(one.open_id) != nullptr);
            for (auto const& id : one.departments)
                refer("users", i, "departments", id.str(), tenant_.find_department(id) != nullptr);
        }
    }
    void chats() {
        for (std::size_t i = 0; i < what_.chats.size(); ++i) {
            auto const& one = what_.chats[i];
            define("chats", i, "chat_id", one.chat_id.str(), tenant_.find_chat(one.chat_id) != nullptr);
            for (auto const& id : one.members)
                refer("chats", i, "members", id.str(), tenant_.find_user(id) != nullptr);
            for (auto const& id : one.bots)
                refer("chats", i, "bots", id.str(), tenant_.find_app(id) != nullptr);
            auto const member = [&](feishu::open_id const& id) {
                return std::ranges::find(one.members, id) != one.members.end();
            };
            if (!one.owner.empty() && !member(one.owner))
                fail("chats", i, "owner", one.owner.str(), "is not a member");
            for (auto const& id : one.managers)
                if (!member(id))
                    fail("chats", i, "managers", id.str(), "is not a member");
            if (one.chat_mode != "" && one.chat_mode != "group" && one.chat_mode != "p2p" &&
                one.chat_mode != "topic")
                fail("chats", i, "chat_mode", one.chat_mode, "is not group, p2p or topic");
        }
    }

    // What comes later in the scenario can refer to it.
    void define(std::string_view list, std::size_t i, std::string_view member, std::string const& id,
                bool exists) {
        if (!id.empty() && (exists || !defined_.insert(id).second))
            fail(list, i, member, id, "is used already");
    }
    void refer(std::string_view list, std::size_t i, std::string_view member, std::string const& id,
               bool exists) {
        if (!exists && !defined_.contains(id))
            fail(list, i, member, id, "is unknown");
    }
    void fail(std::string_view list, std::size_t i, std::string_view member, std::string const& id,
              std::string_view why) {
        if (problem_.empty())
            problem_.append(list)
                .append("[")
                .append(std::to_string(i))
                .append("].")
                .append(member)
                .append(": ")
                .append(id.substr(0, 100))
                .append(" ")
                .append(why);
    }

    state& tenant_;
    scenario const& what_;
    std::unordered_set<std::string> defined_;
    std::string problem_;
};

inline emulator::user user_of(user_entry const& one) {
    emulator::user out;
    out.open_id = one.open_id;
    out.union_id = one.union_id;
    out.user_id = one.user_id;
    out.name = one.name;
    out.email = one.email;
    out.mobile = one.mobile;
    out.departments = one.departments;
    out.resigned = one.resigned;
    return out;
}

inline emulator::chat chat_of(chat_entry const& one) {
    emulator::chat out;
    out.chat_id = one.chat_id;
    out.name = one.name;
    out.mode = one.chat_mode == "p2p"     ? chat_mode::p2p
               : one.chat_mode == "topic" ? chat_mode::topic
                                          : chat_mode::group;
    out.owner = one.owner;
    out.managers = one.managers;
    out.members = one.members;
    out.bots = one.bots;
    out.muted = one.muted;
    out.dissolved = one.dissolved;
    return out;
}

} // namespace control::detail

FEISHU_DECL result<void> load(state& tenant, control::scenario const& from) {
    if (auto ok = control::detail::scenario_check(tenant, from).run(); !ok)
        return ok;
    for (auto const& one : from.apps)
        tenant.add_app(control::detail::app_of(one));
    for (auto const& one : from.departments)
        tenant.add_department(one);
    for (auto const& one : from.users)
        tenant.add_user(control::detail::user_of(one));
    for (auto const& one : from.chats)
        tenant.add_chat(control::detail::chat_of(one));
    return {};
}

namespace control {

FEISHU_DECL result<export_scenario::response> handle(server& platform, export_scenario const&) {
    return platform.state().with([](state& tenant) {
        export_scenario::response out;
        for (auto const& one : tenant.apps())
            out.apps.push_back(detail::entry_of(one));
        for (auto const& one : tenant.departments().all())
            if (!one.deleted && one.open_department_id.str() != "0")
                out.departments.push_back(one);
        for (auto const& one : tenant.users())
            out.users.push_back(detail::entry_of(one));
        for (auto const& one : tenant.chats())
            out.chats.push_back(detail::entry_of(one));
        return out;
    });
}

FEISHU_DECL result<import_scenario::response> handle(server& platform, import_scenario const& request) {
    scenario const what{request.apps, request.departments, request.users, request.chats};
    if (auto done = platform.state().with([&](state& tenant) { return load(tenant, what); }); !done)
        return done.error();
    return import_scenario::response{};
}

} // namespace control
} // namespace feishu::emulator
