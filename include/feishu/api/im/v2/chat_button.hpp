#pragma once
// Generated: run codegen/run.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <feishu/api/common.hpp>
#include <feishu/api/im/v2/models.hpp>
#include <feishu/generated/im/v2/chat_button.hpp>
#include <feishu/rules/im/v2/chat_button.hpp>
