#pragma once
// Generated: run codegen/run.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <feishu/api/authen/v1/models.hpp>
#include <feishu/generated/authen/v1/authorize.hpp>
#include <feishu/rules/authen/v1/authorize.hpp>
