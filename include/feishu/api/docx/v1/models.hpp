#pragma once
// Generated: run codegen/run.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <feishu/generated/docx/v1/models.hpp>
#include <feishu/rules/docx/v1/models.hpp>
