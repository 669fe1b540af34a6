#pragma once
// Generated: run codegen/run.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <feishu/api/im/v2/tag.hpp>
#include <feishu/generated/im/v2/biz_entity_tag_relation.hpp>
