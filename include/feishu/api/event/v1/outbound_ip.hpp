#pragma once
// Generated: run codegen/run.

#include <feishu/generated/event/v1/outbound_ip.hpp>
