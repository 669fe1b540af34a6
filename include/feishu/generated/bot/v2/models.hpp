#pragma once
// Feishu bot v2: shared types. Generated from codegen/specs/bot/v2/models.json: edit that, then run codegen/run.

#include <feishu/generated/common.hpp>

namespace feishu::bot_::v2 {

/// Message types of a custom bot.
enum class hook_msg_type { text, post, share_chat, image, interactive };
BOOST_DESCRIBE_ENUM(hook_msg_type, text, post, share_chat, image, interactive)

} // namespace feishu::bot_::v2
