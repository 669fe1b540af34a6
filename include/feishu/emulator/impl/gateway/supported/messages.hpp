#pragma once
// The endpoints around messages, beyond sending and reading them.

#include <feishu/api/im/v1/batch_message.hpp>
#include <feishu/api/im/v1/message.hpp>
#include <feishu/api/im/v1/message_reaction.hpp>
#include <feishu/api/im/v1/pin.hpp>
#include <feishu/api/im/v1/thread.hpp>
#include <feishu/api/message/v4/batch_send.hpp>
#include <feishu/core/catalog.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::emulator {

class dispatcher;

/// Each has a `handle` function under handlers/.
using message_endpoints =
    catalog<im::v1::message::forward, im::v1::message::merge_forward, im::v1::message::mget,
            im::v1::message::search, im::v1::message::read_users, im::v1::message::batch_query_read_status,
            im::v1::message::push_follow_up, im::v1::message::urgent_sms, im::v1::message::urgent_phone,
            im::v1::thread::forward, im::v1::message_reaction::create, im::v1::message_reaction::delete_,
            im::v1::message_reaction::list, im::v1::message_reaction::batch_query, im::v1::pin::create,
            im::v1::pin::delete_, im::v1::pin::list, im::v1::batch_message::delete_,
            im::v1::batch_message::get_progress, im::v1::batch_message::read_user,
            feishu::message::v4::batch_send::create>;

FEISHU_DECL void serve_messages(dispatcher& platform);

} // namespace feishu::emulator
