#pragma once
// Generated: run codegen/run.

#include <feishu/generated/callback/v1/models.hpp>
