#pragma once
// Generated: run codegen/run.

#include <feishu/generated/im/v2/models.hpp>
#include <feishu/rules/im/v2/models.hpp>
