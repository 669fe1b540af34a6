#pragma once
// Generated: run codegen/run.

#include <feishu/generated/oauth/v1/device_authorization.hpp>
#include <feishu/rules/oauth/v1/device_authorization.hpp>
