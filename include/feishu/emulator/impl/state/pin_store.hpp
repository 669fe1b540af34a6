#pragma once
// The pinned messages of the tenant's chats.

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>

#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/impl/persist/touched.hpp>
#include <feishu/emulator/message.hpp>

namespace feishu::emulator::detail {

class pin_store {
public:
    /// The pins of a chat by their number, which grows.
    using pins = std::map<std::uint64_t, pin>;

    /// The pin of the message: the first one if it is pinned again.
    FEISHU_DECL pin const& add(pin one);
    /// False if the message is not pinned.
    FEISHU_DECL bool remove(feishu::message_id const& message);
    FEISHU_DECL pins const& of(feishu::chat_id const& chat) const;

private:
    friend struct store_access;

    struct place {
        std::string chat;
        std::uint64_t number = 0;
    };

    touched_entries touched_; // by chat
    std::uint64_t last_ = 0;
    std::unordered_map<std::string, pins> by_chat_;
    std::unordered_map<std::string, place> by_message_;
};

} // namespace feishu::emulator::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/state/pin_store.ipp>
#endif
