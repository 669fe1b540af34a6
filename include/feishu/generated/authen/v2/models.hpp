#pragma once
// Feishu authen v2: shared types. Generated from codegen/specs/authen/v2/models.json: edit that, then run codegen/run.

#include <feishu/generated/common.hpp>

namespace feishu::authen::v2 {

/// What a token is asked for with.
enum class grant_type { authorization_code, refresh_token };
BOOST_DESCRIBE_ENUM(grant_type, authorization_code, refresh_token)

} // namespace feishu::authen::v2
