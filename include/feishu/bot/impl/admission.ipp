#pragma once

#include <algorithm>
#include <vector>

#include <feishu/bot/impl/admission.hpp>
#include <feishu/core/impl/deadline.hpp>

namespace feishu::detail {

template <class T>
bool is_listed(std::vector<T> const& list, T const& one) {
    return std::find(list.begin(), list.end(), one) != list.end();
}

FEISHU_DECL bool is_stale(unix_millis sent, std::chrono::system_clock::time_point now,
                          std::chrono::milliseconds max_age) {
    if (!sent.has_value())
        return false;
    return sent.time() < now - saturated(max_age);
}

FEISHU_DECL std::optional<drop_reason> check_access(access_options const& lists, incoming const& message) {
    auto const& sender = message.sender.open_id;
    auto people = &lists.people;
    bool listed_only = !people->empty();
    if (message.direct) {
        if (lists.direct == access_options::direct_chats::disabled)
            return drop_reason::direct_disabled;
        listed_only = listed_only || lists.direct == access_options::direct_chats::listed;
    } else {
        if ((!lists.groups.empty() && !is_listed(lists.groups, message.chat_id)) ||
            is_listed(lists.blocked_groups, message.chat_id))
            return drop_reason::group_not_allowed;
        if (auto const own = lists.group_people.find(message.chat_id); own != lists.group_people.end()) {
            people = &own->second;
            listed_only = true;
        }
    }
    if (is_listed(lists.blocked_people, sender) || (listed_only && !is_listed(*people, sender)))
        return drop_reason::sender_not_allowed;
    return std::nullopt;
}

FEISHU_DECL std::optional<drop_reason> check_mention(mention_options const& options,
                                                     incoming const& message) {
    if (message.direct || !options.required || message.mentions_bot)
        return std::nullopt;
    if (!message.mentions_all)
        return drop_reason::not_mentioned;
    if (options.all_counts)
        return std::nullopt;
    return drop_reason::only_all_mentioned;
}

FEISHU_DECL std::optional<drop_reason> loop_guard::check(incoming const& message, open_id const& self,
                                                         clock::time_point now) {
    if (!self.empty() && message.sender.open_id == self)
        return drop_reason::own_message;
    if (message.sender.is != message_sender::kind::bot) {
        chats_.erase(message.chat_id);
        return std::nullopt;
    }
    if (!options_.answer_bots)
        return drop_reason::bot_sender;
    forget_old(now);
    auto& in_chat = chats_[message.chat_id];
    in_chat.last = now;
    if (in_chat.messages >= options_.max_in_a_row)
        return drop_reason::bot_loop;
    ++in_chat.messages;
    return std::nullopt;
}

inline void loop_guard::forget_old(clock::time_point now) {
    std::erase_if(
        chats_, [&](auto const& one) { return saturating_deadline(one.second.last, options_.reset) <= now; });
}

} // namespace feishu::detail
