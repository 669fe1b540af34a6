#pragma once
// Generated: run codegen/run.

#include <feishu/api/common.hpp>
#include <feishu/api/passport/v1/models.hpp>
#include <feishu/generated/passport/v1/session.hpp>
#include <feishu/rules/passport/v1/session.hpp>
