#pragma once

#include <utility>

#include <feishu/emulator/impl/push/chat_events.hpp>
#include <feishu/emulator/impl/push/events.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>

namespace feishu::emulator {
namespace detail {

// Letters and digits of the name, in lower case, for an e-mail address.
inline std::string mailbox_of(std::string_view name) {
    std::string out;
    for (char const c : name)
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            out += c;
        else if (c >= 'A' && c <= 'Z')
            out += static_cast<char>(c - 'A' + 'a');
    return out;
}

} // namespace detail

FEISHU_DECL emulator::app state::add_app(std::string name, std::optional<std::set<std::string>> scopes) {
    emulator::app app;
    app.name = std::move(name);
    app.scopes = std::move(scopes);
    return add_app(std::move(app));
}

FEISHU_DECL emulator::app state::add_app(emulator::app app) {
    if (app.app_id.empty())
        app.app_id = stores_->ids.make("cli_", 16);
    if (app.app_secret.empty())
        app.app_secret = stores_->ids.make("");
    if (app.bot_open_id.empty())
        app.bot_open_id = stores_->ids.make("ou_");
    return stores_->directory.add(std::move(app));
}

FEISHU_DECL emulator::user state::add_user(std::string name) {
    emulator::user user;
    user.name = std::move(name);
    return add_user(std::move(user));
}

FEISHU_DECL emulator::user state::add_user(emulator::user user) {
    if (user.open_id.empty())
        user.open_id = stores_->ids.make("ou_");
    if (user.union_id.empty())
        user.union_id = stores_->ids.make("on_");
    if (user.user_id.empty())
        user.user_id = stores_->ids.make("", 8);
    if (user.email.empty()) {
        auto mailbox = detail::mailbox_of(user.name);
        if (mailbox.empty())
            mailbox = user.user_id.str();
        if (find_user(feishu::email(mailbox + "@example.com")) != nullptr)
            mailbox += "." + user.user_id.str();
        user.email = mailbox + "@example.com";
    }
    std::erase_if(user.departments, [&](auto const& id) { return find_department(id) == nullptr; });
    auto const& added = stores_->directory.add(std::move(user));
    if (!added.resigned)
        stores_->departments.join(static_cast<std::uint32_t>(users().size() - 1), added.departments);
    return added;
}

FEISHU_DECL emulator::department state::add_department(std::string name, feishu::department_id parent) {
    emulator::department one;
    one.name = std::move(name);
    one.parent = std::move(parent);
    return add_department(std::move(one));
}

FEISHU_DECL emulator::department state::add_department(emulator::department department) {
    if (department.open_department_id.empty())
        department.open_department_id = stores_->ids.make("od-");
    if (department.department_id.empty())
        department.department_id = stores_->ids.make("", 16);
    if (find_department(department.parent) == nullptr)
        department.parent = feishu::department_id("0");
    return stores_->departments.add(std::move(department));
}

FEISHU_DECL emulator::app_profile* state::find_app_profile(feishu::app_id const& app) {
    return find_app(app) != nullptr ? &stores_->directory.profile_of(app) : nullptr;
}

FEISHU_DECL feishu::chat_id state::add_chat(std::string name, std::vector<feishu::open_id> members,
                                            std::optional<std::vector<feishu::app_id>> bots) {
    emulator::chat chat;
    chat.name = std::move(name);
    chat.members = std::move(members);
    if (!chat.members.empty())
        chat.owner = chat.members.front();
    if (bots)
        chat.bots = std::move(*bots);
    else if (!apps().empty())
        chat.bots = {apps().front().app_id};
    return create_chat(std::move(chat)).chat_id;
}

FEISHU_DECL feishu::chat_id state::add_chat(emulator::chat chat) { return create_chat(std::move(chat)).chat_id; }

FEISHU_DECL emulator::chat& state::create_chat(emulator::chat draft) {
    if (draft.chat_id.empty())
        draft.chat_id = stores_->ids.make("oc_");
    draft.create_time = now();
    draft.update_time = now();
    return stores_->chats.add(std::move(draft));
}

FEISHU_DECL bool state::remove_message(feishu::message_id const& id) {
    auto* found = find_message(id);
    return found != nullptr && !std::exchange(found->removed, true);
}

FEISHU_DECL std::vector<emulator::message const*> state::messages_of(feishu::chat_id const& chat) const {
    std::vector<emulator::message const*> out;
    for (auto const position : stores_->messages.positions_of(chat))
        out.push_back(&messages()[position]);
    return out;
}

FEISHU_DECL std::vector<std::string> state::contents_of(feishu::chat_id const& chat) const {
    std::vector<std::string> out;
    for (auto const* message : messages_of(chat))
        out.push_back(message->content);
    return out;
}

FEISHU_DECL emulator::chat& state::p2p_chat(caller const& who, feishu::open_id const& user, bool by_user) {
    emulator::chat wanted;
    wanted.mode = chat_mode::p2p;
    wanted.members = {user};
    if (!who.user)
        wanted.bots.push_back(who.app.app_id);
    else if (who.user->open_id != user)
        wanted.members.push_back(who.user->open_id);
    if (auto* existing = stores_->chats.find_p2p(wanted.members, wanted.bots))
        return *existing;
    auto& added = create_chat(std::move(wanted));
    if (auto const* opened_for = find_user(user))
        events::p2p_created(*this, added, *opened_for, by_user);
    return added;
}

FEISHU_DECL emulator::message& state::add_message(emulator::message draft) {
    draft.message_id = stores_->ids.make("om_");
    draft.create_time = now();
    draft.update_time = now();
    auto& added = stores_->messages.add(std::move(draft));
    events::sent(*this, added);
    return added;
}

FEISHU_DECL void state::add_child(emulator::message const& merged, emulator::message const& source) {
    emulator::message child;
    child.message_id = stores_->ids.make("om_");
    child.chat_id = merged.chat_id;
    child.app = source.app;
    child.user = source.user;
    child.content = source.content;
    child.create_time = source.create_time;
    child.update_time = source.update_time;
    child.msg_type = source.msg_type;
    child.updated = source.updated;
    child.mentions = source.mentions;
    child.links.edit().upper_message_id = merged.message_id;
    auto const& added = stores_->messages.add(std::move(child));
    stores_->messages.share_children(source.message_id, added.message_id);
}

FEISHU_DECL void state::recall_message(emulator::message& what, im::v1::recall_type type) {
    what.deleted = true;
    what.update_time = now();
    what.content = "This message was recalled";
    what.mentions.clear();
    stores_->pins.remove(what.message_id);
    events::recalled(*this, what, type);
}

FEISHU_DECL reaction const& state::add_reaction(emulator::message& to, reaction draft) {
    draft.reaction_id = make_id("");
    auto const& added = stores_->messages.add(to, std::move(draft));
    events::reaction_added(*this, to, added);
    return added;
}

FEISHU_DECL reaction state::remove_reaction(emulator::message& from, feishu::reaction_id const& id) {
    auto removed = stores_->messages.remove(from, id);
    events::reaction_removed(*this, from, removed);
    return removed;
}

FEISHU_DECL issued_token& state::issue(issued_token draft, std::string_view prefix) {
    draft.value = stores_->ids.make(prefix);
    draft.expires = now() + clock::limited(settings.token_lifetime);
    return stores_->tokens.add(std::move(draft), now());
}

FEISHU_DECL issued_token state::current_token(token kind, feishu::app_id const& app,
                                              std::string_view prefix) {
    auto const* current =
        stores_->tokens.find_recent(kind, app, now() + clock::limited(settings.token_renewal));
    return current != nullptr ? *current : issue({.kind = kind, .app = app}, prefix);
}

FEISHU_DECL issued_token state::user_token(feishu::app_id const& app, feishu::open_id const& user,
                                           std::optional<std::set<std::string>> scopes) {
    return issue({.kind = token::user, .app = app, .user = user, .scopes = std::move(scopes)}, "u-");
}

FEISHU_DECL std::string state::add_resource(detail::stored_resource one) {
    auto key = make_id(one.is_image ? "img_v3_" : "file_v3_");
    stores_->resources.add(key, std::move(one));
    return key;
}

} // namespace feishu::emulator
