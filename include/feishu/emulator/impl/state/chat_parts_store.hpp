#pragma once
// Tabs, menu and top notice of chats. References stay valid while the store lives.

#include <string>
#include <unordered_map>

#include <feishu/core/ids.hpp>
#include <feishu/emulator/chat_parts.hpp>
#include <feishu/emulator/impl/persist/touched.hpp>

namespace feishu::emulator::detail {

class chat_parts_store {
public:
    /// Null if none were added.
    chat_parts* find(feishu::chat_id const& chat) {
        touched_.add(chat.str());
        auto const found = by_chat_.find(chat.str());
        return found != by_chat_.end() ? &found->second : nullptr;
    }
    chat_parts& add(feishu::chat_id const& chat) {
        touched_.add(chat.str());
        return by_chat_[chat.str()];
    }

private:
    friend struct store_access;

    touched_entries touched_;
    std::unordered_map<std::string, chat_parts> by_chat_;
};

} // namespace feishu::emulator::detail
