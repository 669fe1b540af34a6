#pragma once
// Generated: run codegen/run.

#include <feishu/api/authen/v2/models.hpp>
#include <feishu/generated/authen/v2/oauth.hpp>
#include <feishu/rules/authen/v2/oauth.hpp>
