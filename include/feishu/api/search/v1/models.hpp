#pragma once
// Generated: run codegen/run.

#include <feishu/generated/search/v1/models.hpp>
