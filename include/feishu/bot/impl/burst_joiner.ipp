#pragma once

#include <algorithm>
#include <iterator>
#include <utility>
#include <variant>

#include <feishu/bot/impl/burst_joiner.hpp>
#include <feishu/core/impl/deadline.hpp>

namespace feishu::detail {

inline bool is_joinable(incoming const& message) {
    return std::holds_alternative<text_content>(message.content) ||
           std::holds_alternative<post_content>(message.content);
}

template <class T>
void append_all(std::vector<T>& to, std::vector<T>&& more) {
    to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

FEISHU_DECL void join(received_message& first, received_message&& more) {
    auto& last = more.message;
    auto& begun = first.message;
    auto text = std::move(begun.text_) + '\n' + last.text_;
    append_all(begun.ids, std::move(last.ids));
    append_all(begun.mentions, std::move(last.mentions));
    append_all(begun.attachments, std::move(last.attachments));
    append_all(first.completions, std::move(more.completions));
    last.ids = std::move(begun.ids);
    last.mentions = std::move(begun.mentions);
    last.attachments = std::move(begun.attachments);
    last.text_ = std::move(text);
    last.mentions_bot = last.mentions_bot || begun.mentions_bot;
    last.mentions_all = last.mentions_all || begun.mentions_all;
    if (last.parent_id.empty())
        last.parent_id = begun.parent_id;
    begun = std::move(last);
}

inline std::deque<burst_joiner::burst>::iterator burst_joiner::burst_of(incoming const& message) {
    return std::find_if(bursts_.begin(), bursts_.end(), [&](burst const& one) {
        auto const& begun = one.joined->message;
        return begun.chat_id == message.chat_id && begun.sender.open_id == message.sender.open_id &&
               begun.thread_id == message.thread_id;
    });
}

inline message_ptr burst_joiner::take(std::deque<burst>::iterator at) {
    auto out = std::move(at->joined);
    bursts_.erase(at);
    return out;
}

FEISHU_DECL std::vector<message_ptr> burst_joiner::add(message_ptr message, clock::time_point now) {
    if (options_.window <= options_.window.zero())
        return {std::move(message)};
    auto found = burst_of(message->message);
    if (!is_joinable(message->message)) {
        std::vector<message_ptr> out;
        if (found != bursts_.end())
            out.push_back(take(found));
        out.push_back(std::move(message));
        return out;
    }
    if (found == bursts_.end())
        found = bursts_.insert(bursts_.end(), {.joined = std::move(message)});
    else
        join(*found->joined, std::move(*message));
    auto const& text = found->joined->message.text();
    if (found->joined->message.ids.size() >= options_.max_messages || text.size() >= options_.max_text)
        return {take(found)};
    auto const window = text.size() >= options_.long_text ? options_.long_window : options_.window;
    found->due = saturating_deadline(now, window);
    return {};
}

FEISHU_DECL std::size_t burst_joiner::waiting() const {
    std::size_t out = 0;
    for (auto const& one : bursts_)
        out += one.joined->message.ids.size();
    return out;
}

FEISHU_DECL std::vector<message_ptr> burst_joiner::due(clock::time_point now) {
    std::vector<message_ptr> out;
    for (auto at = bursts_.begin(); at != bursts_.end();) {
        if (at->due <= now) {
            out.push_back(std::move(at->joined));
            at = bursts_.erase(at);
        } else {
            ++at;
        }
    }
    return out;
}

FEISHU_DECL std::optional<clock::time_point> burst_joiner::next_due() const {
    std::optional<clock::time_point> first;
    for (auto const& one : bursts_)
        if (!first || one.due < *first)
            first = one.due;
    return first;
}

FEISHU_DECL std::vector<message_ptr> burst_joiner::clear() {
    std::vector<message_ptr> out;
    for (auto& one : bursts_)
        out.push_back(std::move(one.joined));
    bursts_.clear();
    return out;
}

} // namespace feishu::detail
