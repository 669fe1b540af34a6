#pragma once
// Generated: run codegen/run.

#include <feishu/api/cardkit/v1/models.hpp>
#include <feishu/generated/cardkit/v1/card_element.hpp>
