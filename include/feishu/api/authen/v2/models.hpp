#pragma once
// Generated: run codegen/run.

#include <feishu/generated/authen/v2/models.hpp>
