#pragma once
// Generated: run codegen/run.

#include <feishu/api/search/v1/models.hpp>
#include <feishu/generated/search/v1/user.hpp>
