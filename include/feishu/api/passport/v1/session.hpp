#pragma once
// Generated: run codegen/run.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <feishu/api/common.hpp>
#include <feishu/api/passport/v1/models.hpp>
#include <feishu/generated/passport/v1/session.hpp>
#include <feishu/rules/passport/v1/session.hpp>
