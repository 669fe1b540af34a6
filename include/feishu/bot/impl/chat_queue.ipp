#pragma once

#include <utility>

#include <feishu/bot/impl/chat_queue.hpp>

namespace feishu::detail {

FEISHU_DECL bool chat_queue::push(message_ptr message) {
    if (waiting_ >= limits_.max_waiting)
        return false;
    auto const& chat = message->message.chat_id;
    auto& mine = chats_[chat];
    if (mine.waiting.size() >= limits_.max_waiting_per_chat) {
        if (mine.waiting.empty() && !mine.busy) // a limit of zero
            chats_.erase(chat);
        return false;
    }
    if (mine.waiting.empty() && !mine.busy)
        ready_.push_back(chat);
    mine.waiting.push_back(std::move(message));
    ++waiting_;
    return true;
}

FEISHU_DECL message_ptr chat_queue::next() {
    if (ready_.empty() || running_ >= limits_.max_running)
        return nullptr;
    auto& mine = chats_[ready_.front()];
    ready_.pop_front();
    auto message = std::move(mine.waiting.front());
    mine.waiting.pop_front();
    mine.busy = true;
    --waiting_;
    ++running_;
    return message;
}

FEISHU_DECL void chat_queue::finish(chat_id const& chat) {
    auto const found = chats_.find(chat);
    if (found == chats_.end() || !found->second.busy)
        return;
    --running_;
    found->second.busy = false;
    if (found->second.waiting.empty())
        chats_.erase(found);
    else
        ready_.push_back(found->first);
}

FEISHU_DECL std::deque<message_ptr> chat_queue::clear() {
    std::deque<message_ptr> out;
    for (auto at = chats_.begin(); at != chats_.end();) {
        for (auto& one : at->second.waiting)
            out.push_back(std::move(one));
        at->second.waiting.clear();
        at = at->second.busy ? std::next(at) : chats_.erase(at);
    }
    ready_.clear();
    waiting_ = 0;
    return out;
}

} // namespace feishu::detail
