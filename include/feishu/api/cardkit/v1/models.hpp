#pragma once
// Generated: run codegen/run.

#include <feishu/generated/cardkit/v1/models.hpp>
