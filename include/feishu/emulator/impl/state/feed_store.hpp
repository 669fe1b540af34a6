#pragma once
// The feeds of users: their app feed cards, and the chats whose entries have buttons or are time-sensitive.

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

#include <feishu/core/ids.hpp>
#include <feishu/emulator/feed.hpp>
#include <feishu/emulator/impl/persist/touched.hpp>

namespace feishu::emulator::detail {

class feed_store {
public:
    /// Entries by `key_of`.
    using feed = std::map<std::string, feed_card>;

    static std::string key_of(feishu::app_id const& app, std::string_view biz_id) {
        auto key = app.str() + '\n';
        return key.append(biz_id);
    }
    static std::string key_of(feishu::chat_id const& chat) { return '\n' + chat.str(); }

    feed& of(feishu::open_id const& user) {
        touched_.add(user.str());
        return by_user_[user.str()];
    }
    /// Null if the user has no such entry.
    feed_card* find(feishu::open_id const& user, std::string const& key) {
        touched_.add(user.str());
        auto const whose = by_user_.find(user.str());
        if (whose == by_user_.end())
            return nullptr;
        auto const found = whose->second.find(key);
        return found != whose->second.end() ? &found->second : nullptr;
    }
    /// The user's entry of a chat, which is created on first use.
    feed_card& of_chat(feishu::open_id const& user, feishu::chat_id const& chat) {
        auto& card = of(user)[key_of(chat)];
        card.chat_id = chat;
        return card;
    }

private:
    friend struct store_access;

    touched_entries touched_;
    std::unordered_map<std::string, feed> by_user_;
};

} // namespace feishu::emulator::detail
