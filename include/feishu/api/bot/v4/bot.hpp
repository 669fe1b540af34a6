#pragma once
// Generated: run codegen/run.

#include <feishu/api/bot/v4/models.hpp>
#include <feishu/api/common.hpp>
#include <feishu/generated/bot/v4/bot.hpp>
