#pragma once
// Generated: run codegen/run.

#include <feishu/api/im/v2/tag.hpp>
#include <feishu/generated/im/v2/biz_entity_tag_relation.hpp>
