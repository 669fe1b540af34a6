#pragma once
// Generated: run codegen/run.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <feishu/api/bot/v3/models.hpp>
#include <feishu/generated/bot/v3/info.hpp>
