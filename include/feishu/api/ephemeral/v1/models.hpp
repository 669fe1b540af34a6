#pragma once
// Generated: run codegen/run.

#include <feishu/generated/ephemeral/v1/models.hpp>
