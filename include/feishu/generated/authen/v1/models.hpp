#pragma once
// Feishu authen v1: shared types. Generated from codegen/specs/authen/v1/models.json: edit that, then run codegen/run.

#include <feishu/generated/common.hpp>

namespace feishu::authen::v1 {

/// PKCE code challenge method.
enum class code_challenge_method { S256, plain };
BOOST_DESCRIBE_ENUM(code_challenge_method, S256, plain)

/// Response type of an authorization request.
enum class response_type { code };
BOOST_DESCRIBE_ENUM(response_type, code)

} // namespace feishu::authen::v1
