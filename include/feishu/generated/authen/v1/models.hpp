#pragma once
// Feishu authen v1: shared types. Generated from codegen/specs/authen/v1/models.json: edit that, then run codegen/run.

#include <feishu/generated/common.hpp>

namespace feishu::authen::v1 {

/// PKCE code challenge method.
enum class code_challenge_method { S256, plain };
reflect::enumerator_list<"S256, plain"> feishu_enumerators(code_challenge_method**);

/// Response type of an authorization request.
enum class response_type { code };
reflect::enumerator_list<"code"> feishu_enumerators(response_type**);

} // namespace feishu::authen::v1
