#pragma once
// Lookup and other access to the stores of the tenant.

#include <memory>
#include <utility>

#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>

namespace feishu::emulator {

FEISHU_DECL state::state(std::uint64_t seed, emulator::clock clock)
    : clock_(clock), stores_(std::make_unique<detail::state_stores>(seed)) {
    tenant_key_ = stores_->ids.make("", 16);
}
FEISHU_DECL state::state(state&& other) noexcept = default;
FEISHU_DECL state& state::operator=(state&& other) noexcept = default;
FEISHU_DECL state::~state() = default;

FEISHU_DECL void state::advance(clock::duration by) {
    clock_.advance(by);
    deliver_batches();
}
FEISHU_DECL emulator::app* state::find_app(feishu::app_id const& id) {
    return stores_->directory.find_app(id);
}
FEISHU_DECL emulator::app* state::find_bot(std::string_view id) { return stores_->directory.find_bot(id); }
FEISHU_DECL emulator::user* state::find_user(feishu::open_id const& id) {
    return stores_->directory.find_user(id);
}
FEISHU_DECL emulator::user* state::find_user(user_id_type type, std::string_view id) {
    return stores_->directory.find_user(type, id);
}
FEISHU_DECL emulator::user* state::find_user(feishu::email const& email) {
    return stores_->directory.find_user(email);
}
FEISHU_DECL emulator::user* state::find_user_by_any_id(std::string_view id) {
    return stores_->directory.find_user_by_any_id(id);
}
FEISHU_DECL emulator::user* state::find_user_by_mobile(std::string_view mobile) {
    return stores_->directory.find_user_by_mobile(mobile);
}
FEISHU_DECL emulator::department* state::find_department(feishu::department_id const& id) {
    return stores_->departments.find(id);
}
FEISHU_DECL emulator::chat* state::find_chat(feishu::chat_id const& id) { return stores_->chats.find(id); }
FEISHU_DECL emulator::message* state::find_message(feishu::message_id const& id) {
    return stores_->messages.find(id);
}

FEISHU_DECL std::deque<emulator::app> const& state::apps() const { return stores_->directory.apps(); }
FEISHU_DECL std::deque<emulator::user> const& state::users() const { return stores_->directory.users(); }
FEISHU_DECL std::deque<emulator::chat> const& state::chats() const { return stores_->chats.all(); }
FEISHU_DECL std::deque<emulator::message> const& state::messages() const { return stores_->messages.all(); }

FEISHU_DECL detail::card_store& state::cards() { return stores_->cards; }
FEISHU_DECL detail::positions const& state::positions_of(feishu::chat_id const& chat) const {
    return stores_->messages.positions_of(chat);
}
FEISHU_DECL detail::positions const& state::history_of(feishu::chat_id const& chat) const {
    return stores_->messages.history_of(chat);
}
FEISHU_DECL detail::positions const& state::positions_of(feishu::thread_id const& thread) const {
    return stores_->messages.positions_of(thread);
}
FEISHU_DECL detail::department_store& state::departments() { return stores_->departments; }
FEISHU_DECL std::string state::make_id(std::string_view prefix) { return stores_->ids.make(prefix); }
FEISHU_DECL std::string state::make_number() { return stores_->ids.make_number(); }
FEISHU_DECL std::string state::make_log_id() { return stores_->ids.make_log_id(now()); }
FEISHU_DECL detail::chat_store& state::chat_records() { return stores_->chats; }
FEISHU_DECL detail::positions const& state::children_of(feishu::message_id const& merged) const {
    return stores_->messages.children_of(merged);
}
FEISHU_DECL void state::share_children(feishu::message_id const& from, feishu::message_id const& to) {
    stores_->messages.share_children(from, to);
}
FEISHU_DECL emulator::message* state::find_reacted(feishu::reaction_id const& id) {
    return stores_->messages.find_reacted(id);
}
FEISHU_DECL detail::pin_store& state::pins() { return stores_->pins; }
FEISHU_DECL detail::batch_store& state::batches() { return stores_->batches; }
FEISHU_DECL emulator::message* state::find_by_uuid(caller const& who, std::string_view uuid) {
    return stores_->messages.find_by_uuid(who, uuid, now());
}
FEISHU_DECL void state::record_uuid(caller const& who, std::string_view uuid, emulator::message const& sent) {
    stores_->messages.record_uuid(who, uuid, sent);
}
FEISHU_DECL detail::stored_resource const* state::find_resource(std::string const& key) const {
    return stores_->resources.find(key);
}
FEISHU_DECL detail::feed_store& state::feeds() { return stores_->feeds; }
FEISHU_DECL detail::tag_store& state::tags() { return stores_->tags; }
FEISHU_DECL detail::preview_store& state::previews() { return stores_->previews; }

FEISHU_DECL issued_token state::tenant_token(feishu::app_id const& app) {
    return current_token(token::tenant, app, "t-");
}
FEISHU_DECL issued_token state::app_token(feishu::app_id const& app) {
    return current_token(token::app, app, "a-");
}
FEISHU_DECL issued_token state::jssdk_ticket(feishu::app_id const& app) {
    return current_token(token::none, app, "");
}
FEISHU_DECL detail::login_store& state::logins() { return stores_->logins; }
FEISHU_DECL issued_token const* state::find_token(std::string_view value) const {
    return stores_->tokens.find(value, now());
}
FEISHU_DECL void state::expire_token(std::string_view value) { stores_->tokens.expire(value, now()); }
FEISHU_DECL detail::rate_store& state::rates() { return stores_->rates; }
FEISHU_DECL void state::revoke_token(std::string_view value) { stores_->tokens.remove(value); }
FEISHU_DECL void state::revoke_tokens(feishu::app_id const& app) { stores_->tokens.revoke(app); }

} // namespace feishu::emulator
