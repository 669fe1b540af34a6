#pragma once

#include <algorithm>
#include <chrono>
#include <limits>

#include <feishu/emulator/handlers/auth/v3/common.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {

FEISHU_DECL result<emulator::app*> require_credentials(state& tenant, feishu::app_id const& id,
                                                       std::string_view secret, bool store) {
    if (!id.str().starts_with("cli_") || secret.empty())
        return refuse(10003);
    auto* app = tenant.find_app(id);
    if (app == nullptr) {
        auto unknown = refuse(10014);
        unknown.message = "app id not exists";
        return unknown;
    }
    if (app->app_secret != secret)
        return refuse(10014);
    if (app->store != store)
        return refuse(10003, store ? "not a store app" : "a store app");
    return app;
}

FEISHU_DECL int seconds_left(state const& tenant, issued_token const& token) {
    auto const left = std::chrono::floor<std::chrono::seconds>(token.expires - tenant.now()).count();
    return static_cast<int>((std::min<std::chrono::seconds::rep>)(left, (std::numeric_limits<int>::max)()));
}

} // namespace feishu::emulator
