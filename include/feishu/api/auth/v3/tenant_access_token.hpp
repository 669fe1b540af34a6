#pragma once
// Generated: run codegen/run.

#include <feishu/generated/auth/v3/tenant_access_token.hpp>
#include <feishu/rules/auth/v3/tenant_access_token.hpp>
