#pragma once
// Generated: run codegen/run.

#include <feishu/api/common.hpp>
#include <feishu/generated/bot/v3/models.hpp>
