#pragma once
// Generated: run codegen/run.

#include <feishu/generated/auth/v3/app_ticket.hpp>
