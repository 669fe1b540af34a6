#pragma once
// Generated: run codegen/run.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <feishu/api/cardkit/v1/models.hpp>
#include <feishu/generated/cardkit/v1/card_element.hpp>
