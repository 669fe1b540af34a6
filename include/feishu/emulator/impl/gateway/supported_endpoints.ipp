#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <feishu/emulator/handlers/auth/v3/app_access_token.hpp>
#include <feishu/emulator/handlers/auth/v3/app_ticket.hpp>
#include <feishu/emulator/handlers/auth/v3/tenant_access_token.hpp>
#include <feishu/emulator/handlers/authen/v1/authorize.hpp>
#include <feishu/emulator/handlers/authen/v1/user_info.hpp>
#include <feishu/emulator/handlers/authen/v2/oauth.hpp>
#include <feishu/emulator/handlers/im/v1/file.hpp>
#include <feishu/emulator/handlers/im/v1/image.hpp>
#include <feishu/emulator/handlers/im/v1/message.hpp>
#include <feishu/emulator/handlers/im/v1/message_resource.hpp>
#include <feishu/emulator/handlers/jssdk/v1/ticket.hpp>
#include <feishu/emulator/handlers/oauth/v1/device_authorization.hpp>
#include <feishu/emulator/handlers/passport/v1/session.hpp>
#include <feishu/emulator/impl/gateway/dispatcher.hpp>
#include <feishu/emulator/impl/gateway/supported/cards.hpp>
#include <feishu/emulator/impl/gateway/supported/chat_parts.hpp>
#include <feishu/emulator/impl/gateway/supported/directory.hpp>
#include <feishu/emulator/impl/gateway/supported/chats.hpp>
#include <feishu/emulator/impl/gateway/supported/messages.hpp>
#include <feishu/emulator/impl/gateway/supported_endpoints.hpp>

namespace feishu::emulator {

FEISHU_DECL void serve_platform(dispatcher& platform, detail::access_policy const& policy) {
    platform.serve(supported_endpoints{});
    serve_cards(platform);
    serve_chat_parts(platform);
    serve_chats(platform);
    serve_directory(platform);
    serve_messages(platform);
    platform.serve(catalog<pages::login_form, pages::device_page, pages::device_form>{});
    for (auto const path : {pages::login_form::spec.path, pages::device_form::spec.path})
        platform.protect(std::string(path), [path, policy](request const& req) -> std::optional<response> {
            bool const is_form = req.method == "POST" && std::string_view(req.target).substr(0, req.target.find('?')) == path;
            return is_form ? detail::refuse_other_site(req, policy) : std::nullopt;
        });
}

} // namespace feishu::emulator
