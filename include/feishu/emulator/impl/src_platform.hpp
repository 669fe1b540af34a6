#pragma once
// One half of <feishu/emulator/src.hpp>: tenant, rules, server.

#include <feishu/emulator/handlers/auth/v3/impl/app_access_token.ipp>
#include <feishu/emulator/handlers/auth/v3/impl/app_ticket.ipp>
#include <feishu/emulator/handlers/auth/v3/impl/common.ipp>
#include <feishu/emulator/handlers/auth/v3/impl/tenant_access_token.ipp>
#include <feishu/emulator/handlers/im/v1/impl/common.ipp>
#include <feishu/emulator/handlers/im/v1/impl/message.ipp>
#include <feishu/emulator/impl/net/certificate.ipp>
#include <feishu/emulator/impl/gateway/dispatcher.ipp>
#include <feishu/emulator/impl/message_content.ipp>
#include <feishu/emulator/impl/page_token.ipp>
#include <feishu/emulator/impl/gateway/parse.ipp>
#include <feishu/emulator/impl/refusal.ipp>
#include <feishu/emulator/impl/server.ipp>
#include <feishu/emulator/impl/state.ipp>
#include <feishu/emulator/impl/people.ipp>
#include <feishu/emulator/impl/gateway/supported_endpoints.ipp>
