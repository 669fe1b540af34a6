#pragma once
// Handlers of authen.v2.oauth: user tokens for authorization codes, refresh tokens and device codes.

#include <feishu/api/authen/v2/oauth.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Exchanges an authorization code, which works once, or a refresh token, which is replaced by the next one. A refresh
/// token is issued with the scope offline_access. Errors: 20048, 20002 wrong credentials; 20003 unknown code, 20004
/// expired, 20065 used; 20071 another redirect_uri; 20049 PKCE; 20026 unknown refresh token, 20037 expired, 20064
/// revoked, 20073 used; 20074 the app may not refresh; 20024 of another app; 20067, 20068 scope; 20008, 20010, 20066 the
/// user.
FEISHU_DECL result<authen::v2::oauth::token::response> handle(state& tenant, caller const& who,
                                                              authen::v2::oauth::token const& request);

/// Exchanges a device code once its user has approved it. Errors: authorization_pending, slow_down for a poll before
/// the interval has passed, which grows by 5 seconds then, access_denied, expired_token, invalid_grant; 20048, 20002
/// wrong credentials.
FEISHU_DECL result<authen::v2::oauth::device_token::response>
handle(state& tenant, caller const& who, authen::v2::oauth::device_token const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/authen/v2/impl/oauth.ipp>
#endif
