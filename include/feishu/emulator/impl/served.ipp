#pragma once

#include <feishu/emulator/dispatch.hpp>
#include <feishu/emulator/rules/auth/v3/app_access_token.hpp>
#include <feishu/emulator/rules/auth/v3/app_ticket.hpp>
#include <feishu/emulator/rules/auth/v3/tenant_access_token.hpp>
#include <feishu/emulator/rules/im/v1/message.hpp>
#include <feishu/emulator/served.hpp>

namespace feishu::emulator {

FEISHU_DECL void serve_platform(dispatcher& platform) { platform.serve(served{}); }

} // namespace feishu::emulator
