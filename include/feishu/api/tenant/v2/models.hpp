#pragma once
// Generated: run codegen/run.

#include <feishu/generated/tenant/v2/models.hpp>
