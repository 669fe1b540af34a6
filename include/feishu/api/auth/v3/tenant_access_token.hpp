#pragma once
// Generated: run codegen/run.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <feishu/generated/auth/v3/tenant_access_token.hpp>
#include <feishu/rules/auth/v3/tenant_access_token.hpp>
