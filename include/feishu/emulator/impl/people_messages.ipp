#pragma once
// The members of class state for actions of users on messages, and for the delivery of batch messages.

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <utility>

#include <feishu/emulator/handlers/im/v1/message.hpp>
#include <feishu/emulator/handlers/im/v1/pin.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/refusal.hpp>
#include <feishu/json/impl/escape.hpp>

namespace feishu::emulator {
namespace detail {

// What the API does for the user; 230001 for an unknown one.
template <class E>
result<typename E::response> act(state& tenant, feishu::open_id const& user, E const& request) {
    auto const* who = tenant.find_user(user);
    if (who == nullptr)
        return refuse(230001);
    return handle(tenant, caller{.kind = token::user, .user = *who}, request);
}

template <class E>
result<void> act_only(state& tenant, feishu::open_id const& user, E const& request) {
    auto const done = act(tenant, user, request);
    if (!done)
        return done.error();
    return {};
}

// How many copies are due `since` a time; all of them without a rate.
inline std::size_t due_copies(state const& tenant, clock::time_point since, std::size_t all) {
    if (!tenant.settings.batch_rate)
        return all;
    auto const seconds = std::chrono::floor<std::chrono::seconds>(tenant.now() - since).count();
    auto const rate = static_cast<double>(*tenant.settings.batch_rate);
    auto const due = rate * static_cast<double>((std::max)(seconds, decltype(seconds){0}));
    return due >= static_cast<double>(all) ? all : static_cast<std::size_t>(due);
}

} // namespace detail

FEISHU_DECL result<feishu::message_id>
state::forward(feishu::open_id const& user, feishu::message_id const& id, feishu::chat_id const& to) {
    auto const sent =
        detail::act(*this, user,
                    im::v1::message::forward{.message_id = id,
                                             .receive_id_type = im::v1::forward_receive_id_type::chat_id,
                                             .receive_id = to.str()});
    if (!sent)
        return sent.error();
    return sent->message_id;
}

FEISHU_DECL result<feishu::message_id> state::merge_forward(feishu::open_id const& user,
                                                            std::vector<feishu::message_id> ids,
                                                            feishu::chat_id const& to) {
    auto const sent = detail::act(
        *this, user,
        im::v1::message::merge_forward{.receive_id_type = im::v1::forward_receive_id_type::chat_id,
                                       .receive_id = to.str(),
                                       .message_id_list = std::move(ids)});
    if (!sent)
        return sent.error();
    return sent->message.message_id;
}

FEISHU_DECL result<void> state::edit(feishu::open_id const& user, feishu::message_id const& id,
                                     std::string_view text) {
    std::string document = "{\"text\":\"";
    json::append_escaped(document, text);
    document += "\"}";
    return detail::act_only(
        *this, user,
        im::v1::message::update{.message_id = id, .content = document, .msg_type = im::v1::msg_type::text});
}

FEISHU_DECL result<feishu::message_id>
state::tap_follow_up(feishu::open_id const& user, feishu::message_id const& id, std::size_t bubble) {
    auto const* below = find_message(id);
    if (below == nullptr || bubble >= below->extras->follow_ups.size())
        return refuse(230001);
    return say(user, below->chat_id, std::string(below->extras->follow_ups[bubble]));
}

FEISHU_DECL result<void> state::pin_message(feishu::open_id const& user, feishu::message_id const& id) {
    return detail::act_only(*this, user, im::v1::pin::create{.message_id = id});
}

FEISHU_DECL result<void> state::unpin_message(feishu::open_id const& user, feishu::message_id const& id) {
    return detail::act_only(*this, user, im::v1::pin::delete_{.message_id = id});
}

FEISHU_DECL void state::deliver_batches() {
    for (std::size_t i = 0; i < stores_->batches.all().size(); ++i) { // events may add batch messages
        auto const& waiting = stores_->batches.all()[i];
        auto const all =
            waiting.recall ? waiting.copies.size() : waiting.receivers.size(); // a recall stops the rest
        bool const done = waiting.recall ? waiting.recalled == all : waiting.copies.size() == all;
        auto const* app = done ? nullptr : find_app(waiting.app);
        if (app == nullptr)
            continue;
        auto& batch = stores_->batches.at(i);
        caller const bot{.kind = token::tenant, .app = *app};
        auto const due = detail::due_copies(*this, batch.recall ? batch.recall_requested : batch.sent, all);
        while (!batch.recall && batch.copies.size() < due) {
            auto copy = batch.draft;
            copy.chat_id = p2p_chat(bot, batch.receivers[batch.copies.size()]).chat_id;
            batch.copies.push_back(add_message(std::move(copy)).message_id);
        }
        while (batch.recall && batch.recalled < due) {
            auto& copy = *find_message(batch.copies[batch.recalled++]);
            if (!copy.deleted && !copy.removed)
                recall_message(copy, im::v1::recall_type::message_owner);
        }
    }
}

} // namespace feishu::emulator
