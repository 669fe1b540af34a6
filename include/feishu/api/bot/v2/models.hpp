#pragma once
// Generated: run codegen/run.

#include <feishu/generated/bot/v2/models.hpp>
