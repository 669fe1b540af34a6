#pragma once
// Generated: run codegen/run.

#include <feishu/generated/event/v1/connection.hpp>
