#pragma once
// Generated: run codegen/run.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <feishu/api/im/v1/models.hpp>
#include <feishu/generated/im/v1/chat_managers.hpp>
#include <feishu/rules/im/v1/chat_managers.hpp>
