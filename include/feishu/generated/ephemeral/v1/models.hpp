#pragma once
// Feishu ephemeral v1: shared types. Generated from codegen/specs/ephemeral/v1/models.json: edit that, then run codegen/run.

#include <feishu/generated/common.hpp>

namespace feishu::ephemeral::v1 {

/// Message types of ephemeral messages: cards only.
enum class msg_type { interactive };
BOOST_DESCRIBE_ENUM(msg_type, interactive)

} // namespace feishu::ephemeral::v1
