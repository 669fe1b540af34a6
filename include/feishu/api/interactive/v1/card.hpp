#pragma once
// Generated: run codegen/run.

#include <feishu/generated/interactive/v1/card.hpp>
