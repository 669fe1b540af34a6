#pragma once
// Generated: run codegen/run.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <feishu/api/callback/v1/models.hpp>
#include <feishu/api/common.hpp>
#include <feishu/generated/callback/v1/url_preview.hpp>
