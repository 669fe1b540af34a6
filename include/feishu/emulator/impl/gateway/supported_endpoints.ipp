#pragma once

#include <feishu/emulator/handlers/auth/v3/app_access_token.hpp>
#include <feishu/emulator/handlers/auth/v3/app_ticket.hpp>
#include <feishu/emulator/handlers/auth/v3/tenant_access_token.hpp>
#include <feishu/emulator/handlers/im/v1/file.hpp>
#include <feishu/emulator/handlers/im/v1/image.hpp>
#include <feishu/emulator/handlers/im/v1/message.hpp>
#include <feishu/emulator/handlers/im/v1/message_resource.hpp>
#include <feishu/emulator/impl/gateway/dispatcher.hpp>
#include <feishu/emulator/impl/gateway/supported/messages.hpp>
#include <feishu/emulator/impl/gateway/supported_endpoints.hpp>

namespace feishu::emulator {

FEISHU_DECL void serve_platform(dispatcher& platform) {
    platform.serve(supported_endpoints{});
    serve_messages(platform);
}

} // namespace feishu::emulator
