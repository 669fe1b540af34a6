#pragma once
// The chats of the tenant. References stay valid while the store lives.

#include <cstddef>
#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/chat.hpp>

namespace feishu::emulator::detail {

class chat_store {
public:
    FEISHU_DECL chat& add(chat one);

    /// Null if there is no such chat.
    FEISHU_DECL chat* find(feishu::chat_id const& id);
    /// A group that is not dissolved; null otherwise.
    FEISHU_DECL chat* find_group(feishu::chat_id const& id);
    /// The one-to-one chat of exactly these; null if they have none yet.
    FEISHU_DECL chat* find_p2p(std::vector<feishu::open_id> const& members,
                               std::vector<feishu::app_id> const& bots);

    std::deque<chat> const& all() const { return chats_; }

private:
    std::deque<chat> chats_;
    std::unordered_map<std::string, std::size_t> by_id_;
};

} // namespace feishu::emulator::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/state/chat_store.ipp>
#endif
