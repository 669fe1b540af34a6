#pragma once
// Generated: run codegen/run.

#include <feishu/api/application/v6/models.hpp>
#include <feishu/api/common.hpp>
#include <feishu/api/contact/v3/models.hpp>
#include <feishu/generated/application/v6/application_visibility.hpp>
#include <feishu/rules/application/v6/application_visibility.hpp>
