#pragma once
// Generated: run codegen/run.

#include <feishu/api/common.hpp>
#include <feishu/generated/im/v2/tag.hpp>
#include <feishu/rules/im/v2/tag.hpp>
