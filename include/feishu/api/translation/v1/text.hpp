#pragma once
// Generated: run codegen/run.

#include <feishu/generated/translation/v1/text.hpp>
