#pragma once
// read_incoming: what bots get of the platform's messages.

#include <feishu/api/im/v1/message.hpp>
#include <feishu/bot/incoming.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::detail {

/// Reads a message of an event. `self` is the bot.
FEISHU_DECL incoming read_incoming(im::v1::message::receive_v1 const& event, open_id const& self);
/// Reads a message that a request returned; `direct` is that of the message which led to it.
FEISHU_DECL incoming read_incoming(im::v1::model::message const& message, open_id const& self, bool direct);

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/bot/impl/read_incoming.ipp>
#endif
