#pragma once
// Generated: run codegen/run.

#include <feishu/api/common.hpp>
#include <feishu/generated/im/v1/chat_p2p.hpp>
#include <feishu/rules/im/v1/chat_p2p.hpp>
