#pragma once

#include <cstdio>
#include <ctime>

#include <feishu/emulator/impl/push/events.hpp>
#include <feishu/emulator/state.hpp>

namespace feishu::emulator {
namespace detail {

// Who sent what a uuid stands for.
inline std::string sender_key(caller const& who) {
    return who.user ? who.app.app_id.str() + '/' + who.user->open_id.str() : who.app.app_id.str();
}

inline std::string hex(std::mt19937_64& random, std::size_t digits, std::string_view alphabet) {
    std::string out;
    out.reserve(digits);
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < digits; ++i) {
        if (i % 16 == 0)
            bits = random();
        out += alphabet[bits & 15];
        bits >>= 4;
    }
    return out;
}

template <class Range, class Matches>
auto* find_in(Range& range, Matches matches) {
    for (auto& item : range)
        if (matches(item))
            return &item;
    return static_cast<decltype(&*range.begin())>(nullptr);
}

} // namespace detail

FEISHU_DECL state::state(std::uint64_t seed, emulator::clock clock) : clock_(clock), random_(seed) {
    tenant_key_ = detail::hex(random_, 16, "0123456789abcdef");
}

FEISHU_DECL std::string state::make_id(std::string_view prefix) {
    return std::string(prefix) + detail::hex(random_, 32, "0123456789abcdef");
}

FEISHU_DECL std::string state::make_log_id() {
    auto const time = std::chrono::floor<std::chrono::seconds>(now());
    auto const day = std::chrono::floor<std::chrono::days>(time);
    std::chrono::year_month_day const date{day};
    std::chrono::hh_mm_ss const clock_time{time - day};
    char digits[40];
    std::snprintf(digits, sizeof digits, "%04d%02u%02u%02d%02d%02d", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(clock_time.hours().count()),
                  static_cast<int>(clock_time.minutes().count()),
                  static_cast<int>(clock_time.seconds().count()));
    return digits + detail::hex(random_, 20, "0123456789ABCDEF");
}

FEISHU_DECL emulator::app state::add_app(std::string name, std::optional<std::set<std::string>> scopes) {
    emulator::app app;
    app.name = std::move(name);
    app.scopes = std::move(scopes);
    return add_app(std::move(app));
}

FEISHU_DECL emulator::app state::add_app(emulator::app app) {
    if (app.app_id.empty())
        app.app_id = "cli_" + detail::hex(random_, 16, "0123456789abcdef");
    if (app.app_secret.empty())
        app.app_secret = detail::hex(random_, 32, "0123456789abcdef");
    if (app.bot_open_id.empty())
        app.bot_open_id = make_id("ou_");
    apps_.push_back(app);
    return app;
}

FEISHU_DECL emulator::user state::add_user(std::string name) {
    emulator::user user;
    user.open_id = make_id("ou_");
    user.union_id = make_id("on_");
    user.user_id = detail::hex(random_, 8, "0123456789abcdef");
    std::string local;
    for (char const c : name)
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            local += c;
        else if (c >= 'A' && c <= 'Z')
            local += static_cast<char>(c - 'A' + 'a');
    if (local.empty())
        local = user.user_id.str();
    if (find_user(feishu::email(local + "@example.com")) != nullptr)
        local += "." + user.user_id.str();
    user.email = local + "@example.com";
    user.name = std::move(name);
    users_.push_back(user);
    return user;
}

FEISHU_DECL feishu::chat_id state::add_chat(std::string name, std::vector<feishu::open_id> members,
                                            std::optional<std::vector<feishu::app_id>> bots) {
    emulator::chat chat;
    chat.chat_id = make_id("oc_");
    chat.name = std::move(name);
    chat.members = std::move(members);
    if (!chat.members.empty())
        chat.owner = chat.members.front();
    if (bots)
        chat.bots = std::move(*bots);
    else if (!apps_.empty())
        chat.bots = {apps_.front().app_id};
    chats_.push_back(chat);
    return chat.chat_id;
}

FEISHU_DECL bool state::remove_message(feishu::message_id const& id) {
    auto* found = find_message(id);
    if (found != nullptr)
        found->removed = true;
    return found != nullptr;
}

FEISHU_DECL emulator::app* state::find_app(feishu::app_id const& id) {
    return detail::find_in(apps_, [&](auto const& app) { return app.app_id == id; });
}

FEISHU_DECL emulator::app* state::find_bot(std::string_view id) {
    return detail::find_in(apps_, [&](auto const& app) { return app.app_id == id || app.bot_open_id == id; });
}

FEISHU_DECL emulator::user* state::find_user(feishu::open_id const& id) {
    return detail::find_in(users_, [&](auto const& user) { return user.open_id == id; });
}

FEISHU_DECL emulator::user* state::find_user(im::v1::user_id_type type, std::string_view id) {
    return detail::find_in(users_, [&](auto const& user) { return user.id(type) == id; });
}

FEISHU_DECL emulator::user* state::find_user(feishu::email const& email) {
    return detail::find_in(users_, [&](auto const& user) { return user.email == email; });
}

FEISHU_DECL emulator::user* state::find_user_by_any_id(std::string_view id) {
    return detail::find_in(users_, [&](auto const& user) {
        return user.open_id == id || user.union_id == id || user.user_id == id;
    });
}

FEISHU_DECL emulator::chat* state::find_chat(feishu::chat_id const& id) {
    return detail::find_in(chats_, [&](auto const& chat) { return chat.chat_id == id; });
}

FEISHU_DECL emulator::message* state::find_message(feishu::message_id const& id) {
    auto const found = message_index_.find(id.str());
    return found == message_index_.end() ? nullptr : &messages_[found->second];
}

FEISHU_DECL std::vector<emulator::message const*> state::messages_of(feishu::chat_id const& chat) const {
    std::vector<emulator::message const*> out;
    if (auto const found = chat_messages_.find(chat.str()); found != chat_messages_.end())
        for (auto const index : found->second)
            out.push_back(&messages_[index]);
    return out;
}

FEISHU_DECL std::vector<std::string> state::contents_of(feishu::chat_id const& chat) const {
    std::vector<std::string> out;
    for (auto const* message : messages_of(chat))
        out.push_back(message->wire.body.content.document());
    return out;
}

FEISHU_DECL emulator::chat& state::p2p_chat(caller const& who, feishu::open_id const& user) {
    std::vector<feishu::open_id> members{user};
    std::vector<feishu::app_id> bots;
    if (!who.user)
        bots.push_back(who.app.app_id);
    else if (who.user->open_id != user)
        members.push_back(who.user->open_id);
    for (auto& chat : chats_)
        if (chat.mode == chat_mode::p2p && chat.bots == bots && chat.members.size() == members.size() &&
            std::ranges::is_permutation(chat.members, members))
            return chat;
    emulator::chat fresh;
    fresh.chat_id = make_id("oc_");
    fresh.mode = chat_mode::p2p;
    fresh.members = std::move(members);
    fresh.bots = std::move(bots);
    chats_.push_back(std::move(fresh));
    return chats_.back();
}

FEISHU_DECL emulator::message& state::add_message(emulator::message draft) {
    draft.wire.message_id = make_id("om_");
    draft.wire.create_time = now();
    draft.wire.update_time = now();
    draft.sequence = messages_.size() + 1;
    message_index_[draft.wire.message_id.str()] = messages_.size();
    chat_messages_[draft.wire.chat_id.str()].push_back(messages_.size());
    messages_.push_back(std::move(draft));
    events::sent(*this, messages_.back());
    return messages_.back();
}

FEISHU_DECL emulator::message* state::find_sent(caller const& who, std::string_view uuid) {
    auto const found = sent_.find({detail::sender_key(who), std::string(uuid)});
    if (found == sent_.end() || now() - found->second.second >= std::chrono::hours(1))
        return nullptr;
    return find_message(found->second.first);
}

FEISHU_DECL void state::remember_sent(caller const& who, std::string_view uuid,
                                      feishu::message_id const& id) {
    sent_[{detail::sender_key(who), std::string(uuid)}] = {id, now()};
}

FEISHU_DECL issued_token& state::issue(issued_token draft, std::string_view prefix) {
    draft.value = make_id(prefix);
    draft.expires = now() + settings.token_lifetime;
    std::erase_if(tokens_, [&](auto const& old) { return old.expires <= now(); });
    tokens_.push_back(std::move(draft));
    return tokens_.back();
}

FEISHU_DECL issued_token state::current_token(token kind, feishu::app_id const& app, std::string_view prefix) {
    // The newest one counts: after a renewal two are valid, and the older has no future.
    for (auto at = tokens_.rbegin(); at != tokens_.rend(); ++at)
        if (at->kind == kind && at->app == app && at->expires - now() >= settings.token_renewal)
            return *at;
    return issue({.kind = kind, .app = app}, prefix);
}

FEISHU_DECL issued_token state::tenant_token(feishu::app_id const& app) {
    return current_token(token::tenant, app, "t-");
}

FEISHU_DECL issued_token state::app_token(feishu::app_id const& app) { return current_token(token::app, app, "a-"); }

FEISHU_DECL issued_token state::user_token(feishu::app_id const& app, feishu::open_id const& user,
                                           std::optional<std::set<std::string>> scopes) {
    return issue({.kind = token::user, .app = app, .user = user, .scopes = std::move(scopes)}, "u-");
}

FEISHU_DECL issued_token const* state::find_token(std::string_view value) const {
    return detail::find_in(tokens_,
                           [&](auto const& token) { return token.value == value && token.expires > now(); });
}

FEISHU_DECL void state::revoke_tokens(feishu::app_id const& app) {
    std::erase_if(tokens_, [&](auto const& token) { return token.app == app; });
}

} // namespace feishu::emulator
