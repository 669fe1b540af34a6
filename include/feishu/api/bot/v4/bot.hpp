#pragma once
// Generated: run codegen/run.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <feishu/api/bot/v4/models.hpp>
#include <feishu/api/common.hpp>
#include <feishu/generated/bot/v4/bot.hpp>
