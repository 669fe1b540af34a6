#pragma once
// Generated: run codegen/run.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <feishu/api/search/v1/models.hpp>
#include <feishu/generated/search/v1/user.hpp>
