#pragma once
// Feishu message v4: shared types. Generated from codegen/specs/message/v4/models.json: edit that, then run codegen/run.

#include <feishu/generated/common.hpp>

namespace feishu::message::v4 {

/// Message types of batch messages.
enum class msg_type { text, post, image, share_chat, interactive };
BOOST_DESCRIBE_ENUM(msg_type, text, post, image, share_chat, interactive)

} // namespace feishu::message::v4
