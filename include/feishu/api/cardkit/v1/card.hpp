#pragma once
// Generated: run codegen/run.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <feishu/api/cardkit/v1/models.hpp>
#include <feishu/generated/cardkit/v1/card.hpp>
#include <feishu/rules/cardkit/v1/card.hpp>
