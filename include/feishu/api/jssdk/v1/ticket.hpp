#pragma once
// Generated: run codegen/run.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <feishu/generated/jssdk/v1/ticket.hpp>
#include <feishu/rules/jssdk/v1/ticket.hpp>
