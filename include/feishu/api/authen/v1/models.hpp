#pragma once
// Generated: run codegen/run.

#include <feishu/generated/authen/v1/models.hpp>
