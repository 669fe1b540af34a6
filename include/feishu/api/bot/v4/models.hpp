#pragma once
// Generated: run codegen/run.

#include <feishu/generated/bot/v4/models.hpp>
