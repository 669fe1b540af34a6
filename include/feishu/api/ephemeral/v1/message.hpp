#pragma once
// Generated: run codegen/run.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <feishu/api/ephemeral/v1/models.hpp>
#include <feishu/generated/ephemeral/v1/message.hpp>
#include <feishu/rules/ephemeral/v1/message.hpp>
