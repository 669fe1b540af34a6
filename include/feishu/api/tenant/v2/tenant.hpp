#pragma once
// Generated: run codegen/run.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <feishu/api/tenant/v2/models.hpp>
#include <feishu/generated/tenant/v2/tenant.hpp>
