#pragma once
// Generated: run codegen/run.

#include <feishu/generated/oauth/v1/device_authorization.hpp>
