#pragma once
// Generated: run codegen/run.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <feishu/api/authen/v2/models.hpp>
#include <feishu/generated/authen/v2/oauth.hpp>
#include <feishu/rules/authen/v2/oauth.hpp>
