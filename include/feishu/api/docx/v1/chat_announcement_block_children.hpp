#pragma once
// Generated: run codegen/run.

#include <feishu/api/common.hpp>
#include <feishu/api/docx/v1/models.hpp>
#include <feishu/generated/docx/v1/chat_announcement_block_children.hpp>
#include <feishu/rules/docx/v1/chat_announcement_block_children.hpp>
