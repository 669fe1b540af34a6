#pragma once
// Generated: run codegen/run.

#include <feishu/api/common.hpp>
#include <feishu/api/contact/v3/models.hpp>
#include <feishu/generated/contact/v3/department.hpp>
