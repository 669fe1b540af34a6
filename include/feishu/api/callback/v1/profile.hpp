#pragma once
// Generated: run codegen/run.

#include <feishu/api/common.hpp>
#include <feishu/generated/callback/v1/profile.hpp>
