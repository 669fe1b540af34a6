#pragma once
// The first half of <feishu/emulator/src.hpp>: tenant, handlers, server. The halves may be compiled in
// separate files.

#include <feishu/emulator/handlers/auth/v3/impl/app_access_token.ipp>
#include <feishu/emulator/handlers/auth/v3/impl/app_ticket.ipp>
#include <feishu/emulator/handlers/auth/v3/impl/common.ipp>
#include <feishu/emulator/handlers/auth/v3/impl/tenant_access_token.ipp>
#include <feishu/emulator/handlers/im/v1/impl/common.ipp>
#include <feishu/emulator/handlers/im/v1/impl/file.ipp>
#include <feishu/emulator/handlers/im/v1/impl/image.ipp>
#include <feishu/emulator/handlers/im/v1/impl/message.ipp>
#include <feishu/emulator/handlers/im/v1/impl/message_read.ipp>
#include <feishu/emulator/handlers/im/v1/impl/message_resource.ipp>
#include <feishu/emulator/handlers/im/v1/impl/message_send.ipp>
#include <feishu/emulator/handlers/im/v1/impl/uploads.ipp>
#include <feishu/emulator/impl/gateway/authorize.ipp>
#include <feishu/emulator/impl/gateway/dispatcher.ipp>
#include <feishu/emulator/impl/gateway/envelope.ipp>
#include <feishu/emulator/impl/gateway/file_response.ipp>
#include <feishu/emulator/impl/gateway/parse.ipp>
#include <feishu/emulator/impl/gateway/supported_endpoints.ipp>
#include <feishu/emulator/impl/message_content.ipp>
#include <feishu/emulator/impl/net/certificate.ipp>
#include <feishu/emulator/impl/net/multipart_reader.ipp>
#include <feishu/emulator/impl/page_token.ipp>
#include <feishu/emulator/impl/people.ipp>
#include <feishu/emulator/impl/refusal.ipp>
#include <feishu/emulator/impl/resource.ipp>
#include <feishu/emulator/impl/server.ipp>
#include <feishu/emulator/impl/state.ipp>
#include <feishu/emulator/impl/state/chat_store.ipp>
#include <feishu/emulator/impl/state/directory_store.ipp>
#include <feishu/emulator/impl/state/id_generator.ipp>
#include <feishu/emulator/impl/state/message_store.ipp>
#include <feishu/emulator/impl/state/token_store.ipp>
