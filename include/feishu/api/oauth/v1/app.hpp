#pragma once
// Generated: run codegen/run.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <feishu/api/oauth/v1/models.hpp>
#include <feishu/generated/oauth/v1/app.hpp>
