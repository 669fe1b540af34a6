#pragma once
// Generated: run codegen/run.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <feishu/api/common.hpp>
#include <feishu/api/docx/v1/models.hpp>
#include <feishu/generated/docx/v1/chat_announcement_block.hpp>
