#pragma once
// Generated: run codegen/run.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <feishu/generated/oauth/v1/device_authorization.hpp>
#include <feishu/rules/oauth/v1/device_authorization.hpp>
