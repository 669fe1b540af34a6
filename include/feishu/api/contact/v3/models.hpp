#pragma once
// Generated: run codegen/run.

#include <feishu/api/common.hpp>
#include <feishu/generated/contact/v3/models.hpp>
