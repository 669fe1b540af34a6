#pragma once

#include <feishu/core/errc.hpp>

namespace feishu {

FEISHU_DECL errc_info const* find_errc(int code) {
    static constexpr errc_info table[] = {
        {230001, "invalid_parameter", false, "compare the fields with the endpoint's page"},
        {230002, "bot_not_in_chat", false, "add the bot to the chat first"},
        {230027, "permission_denied", false, "the app lacks a permission for this chat or message"},
        {99991400, "rate_limited", true, "slow down; the answer's x-ogw-ratelimit-reset says how long to wait"},
        {99991661, "token_missing", false, "send an Authorization header"},
        {99991663, "tenant_token_invalid", false, "fetch a new tenant_access_token"},
        {99991664, "app_token_invalid", false, "fetch a new app_access_token"},
        {99991668, "user_token_invalid", false, "refresh the user_access_token"},
        {99991671, "token_wrong_kind", false, "the endpoint takes another kind of token"},
    };
    for (auto const& info : table)
        if (info.code == code)
            return &info;
    return nullptr;
}

} // namespace feishu
