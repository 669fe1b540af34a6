#pragma once
// What the tenant consists of, by kind. Who only includes state.hpp compiles none of it.

#include <cstdint>

#include <feishu/emulator/impl/state/announcement_store.hpp>
#include <feishu/emulator/impl/state/batch_store.hpp>
#include <feishu/emulator/impl/state/card_store.hpp>
#include <feishu/emulator/impl/state/chat_parts_store.hpp>
#include <feishu/emulator/impl/state/chat_store.hpp>
#include <feishu/emulator/impl/state/department_store.hpp>
#include <feishu/emulator/impl/state/directory_store.hpp>
#include <feishu/emulator/impl/state/feed_store.hpp>
#include <feishu/emulator/impl/state/id_generator.hpp>
#include <feishu/emulator/impl/state/login_store.hpp>
#include <feishu/emulator/impl/state/message_store.hpp>
#include <feishu/emulator/impl/state/pin_store.hpp>
#include <feishu/emulator/impl/state/preview_store.hpp>
#include <feishu/emulator/impl/state/rate_store.hpp>
#include <feishu/emulator/impl/state/resource_store.hpp>
#include <feishu/emulator/impl/state/tag_store.hpp>
#include <feishu/emulator/impl/state/token_store.hpp>

namespace feishu::emulator::detail {

struct state_stores {
    explicit state_stores(std::uint64_t seed) : ids(seed) {}

    id_generator ids;
    directory_store directory{};
    department_store departments{};
    chat_store chats{};
    message_store messages{};
    pin_store pins{};
    batch_store batches{};
    resource_store resources{};
    chat_parts_store chat_parts{};
    announcement_store announcements{};
    feed_store feeds{};
    tag_store tags{};
    preview_store previews{};
    token_store tokens{};
    login_store logins{};
    rate_store rates{};
    card_store cards{};
};

} // namespace feishu::emulator::detail
