#pragma once
// Generated: run codegen/run.

#include <feishu/generated/jssdk/v1/ticket.hpp>
#include <feishu/rules/jssdk/v1/ticket.hpp>
