#pragma once
// The endpoints of groups and their members.

#include <feishu/api/im/v1/chat.hpp>
#include <feishu/api/im/v1/chat_managers.hpp>
#include <feishu/api/im/v1/chat_members.hpp>
#include <feishu/api/im/v1/chat_moderation.hpp>
#include <feishu/api/im/v1/chat_p2p.hpp>
#include <feishu/api/im/v2/chat.hpp>
#include <feishu/core/catalog.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::emulator {

class dispatcher;

/// Each has a `handle` function under handlers/.
using chat_endpoints =
    catalog<im::v1::chat::create, im::v1::chat::get, im::v1::chat::update, im::v1::chat::delete_,
            im::v1::chat::link, im::v1::chat::list, im::v1::chat::search, im::v1::chat::batch_query,
            im::v1::chat_members::get, im::v1::chat_members::create, im::v1::chat_members::delete_,
            im::v1::chat_members::is_in_chat, im::v1::chat_members::me_join, im::v1::chat_members::bots,
            im::v1::chat_members::list, im::v1::chat_managers::add_managers,
            im::v1::chat_managers::delete_managers, im::v1::chat_moderation::get,
            im::v1::chat_moderation::update, im::v1::chat_p2p::batch_query, im::v2::chat::search>;

FEISHU_DECL void serve_chats(dispatcher& platform);

} // namespace feishu::emulator
