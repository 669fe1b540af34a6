#pragma once
// Generated: run codegen/run.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <feishu/api/common.hpp>
#include <feishu/api/contact/v3/models.hpp>
#include <feishu/generated/contact/v3/scope.hpp>
