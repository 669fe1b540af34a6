#pragma once
// Generated: run codegen/run.

#include <feishu/generated/message/v4/models.hpp>
