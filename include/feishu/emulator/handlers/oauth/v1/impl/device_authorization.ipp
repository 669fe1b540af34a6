#pragma once

#include <string>
#include <utility>

#include <feishu/emulator/handlers/oauth/v1/device_authorization.hpp>
#include <feishu/emulator/impl/logins/authorization_request.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

// Eight digits in two groups, such as 1A2B-3C4D, that no other device shows.
inline std::string make_user_code(state& tenant) {
    std::string out;
    do {
        auto const digits = tenant.make_id("");
        out = digits.substr(0, 4) + '-' + digits.substr(4, 4);
        for (char& c : out)
            if (c >= 'a')
                c = static_cast<char>(c - 'a' + 'A');
    } while (tenant.logins().find_device(out) != nullptr);
    return out;
}

} // namespace detail

FEISHU_DECL result<oauth::v1::device_authorization::create::response>
handle(state& tenant, caller const& who, oauth::v1::device_authorization::create const& request) {
    if (*request.client_id != who.app.app_id)
        return refuse_oauth("invalid_client", "client_id is not the app of the credentials");
    auto scopes = detail::read_scopes(who.app, *request.scope);
    if (!scopes)
        return refuse_oauth("invalid_scope", scopes.error().message);
    auto const& settings = tenant.settings;
    auto const user_code = detail::make_user_code(tenant);
    auto const device_code = tenant.make_id("");
    tenant.logins().devices.add(device_code,
                                {.grant = {.app = who.app.app_id, .scopes = std::move(*scopes)},
                                 .user_code = user_code,
                                 .expires = tenant.now() + clock::limited(settings.device_code_lifetime),
                                 .next_poll = tenant.now() + clock::limited(settings.device_poll_interval),
                                 .interval = clock::limited(settings.device_poll_interval)},
                                tenant.now());
    oauth::v1::device_authorization::create::response out;
    out.device_code = device_code;
    out.user_code = user_code;
    out.verification_uri = tenant.base_url + "/oauth/v1/device";
    out.verification_uri_complete = out.verification_uri + "?user_code=" + user_code;
    out.expires_in = static_cast<int>(settings.device_code_lifetime.count());
    out.interval = static_cast<int>(settings.device_poll_interval.count());
    return out;
}

} // namespace feishu::emulator
