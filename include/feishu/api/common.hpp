#pragma once
// Generated: run codegen/run.

#include <feishu/generated/common.hpp>
