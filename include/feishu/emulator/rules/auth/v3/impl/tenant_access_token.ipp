#pragma once

#include <feishu/emulator/refusal.hpp>
#include <feishu/emulator/rules/auth/v3/tenant_access_token.hpp>

namespace feishu::emulator {

FEISHU_DECL result<auth::v3::tenant_access_token::internal::response>
handle(state& tenant, caller const&, auth::v3::tenant_access_token::internal const& request) {
    if (!request.app_id->str().starts_with("cli_") || request.app_secret->empty())
        return refuse(10003);
    auto const* app = tenant.find_app(request.app_id);
    if (app == nullptr) {
        auto unknown = refuse(10014);
        unknown.message = "app id not exists";
        return unknown;
    }
    if (app->app_secret != *request.app_secret)
        return refuse(10014);
    auto const token = tenant.tenant_token(app->app_id);
    auto const left = std::chrono::floor<std::chrono::seconds>(token.expires - tenant.now());
    return auth::v3::tenant_access_token::internal::response{.tenant_access_token = token.value,
                                                             .expire = static_cast<int>(left.count())};
}

} // namespace feishu::emulator
