#pragma once
// Generated: run codegen/run.

#include <feishu/api/message/v4/models.hpp>
#include <feishu/generated/message/v4/batch_send.hpp>
#include <feishu/rules/message/v4/batch_send.hpp>
