#pragma once
// Generated: run codegen/run.

#include <feishu/generated/passport/v1/models.hpp>
