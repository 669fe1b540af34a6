#pragma once
// Generated: run codegen/run.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <feishu/api/message/v4/models.hpp>
#include <feishu/generated/message/v4/batch_send.hpp>
#include <feishu/rules/message/v4/batch_send.hpp>
