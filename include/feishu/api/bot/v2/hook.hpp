#pragma once
// Generated: run codegen/run.

#include <feishu/api/bot/v2/models.hpp>
#include <feishu/generated/bot/v2/hook.hpp>
