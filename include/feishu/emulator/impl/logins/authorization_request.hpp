#pragma once
// The request of a browser for the authorization page of an app, and what comes of it: the redirect with a code, or
// with an error. The page, and `state::log_in`, call these.

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include <feishu/api/authen/v1/authorize.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/directory.hpp>
#include <feishu/emulator/impl/state/state.hpp>

namespace feishu::emulator::detail {

/// A request that has been checked.
struct authorization_request {
    authen::v1::authorize::get fields;
    emulator::app const* app;                      ///< as long as the state
    std::optional<std::set<std::string>> scopes{}; ///< all of the app's if not set
};

/// The scopes of a parameter; nothing if it has none. Errors: 20067 one is listed twice, 20068 one that the app does
/// not have.
FEISHU_DECL result<std::optional<std::set<std::string>>> read_scopes(app const& of,
                                                                     std::string_view parameter);
/// Scopes as in a response, separated by spaces.
FEISHU_DECL std::string scope_text(std::optional<std::set<std::string>> const& scopes);

/// Errors: 20048 an unknown app, 20071 not one of its redirect URLs; those of read_scopes.
FEISHU_DECL result<authorization_request> check_authorization(state& tenant,
                                                              authen::v1::authorize::get fields);
/// The same for the query of a URL. Errors: also 20001 a parameter is missing or malformed.
FEISHU_DECL result<authorization_request> read_authorization(state& tenant, std::string_view query);

/// Errors: 20008 an unknown user, 20066 one who has resigned, 20010 one outside the app's availability.
FEISHU_DECL result<void> require_login(state& tenant, app const& to, feishu::open_id const& user);

/// The user approves: issues a code, and returns the URL of the redirect. Errors: those of require_login.
FEISHU_DECL result<std::string> approve(state& tenant, authorization_request const& wanted,
                                        feishu::open_id const& user);
/// The user refuses: the URL of the redirect.
FEISHU_DECL std::string deny(authorization_request const& wanted);

/// The user enters the code of a device. Errors: 20003 an unknown code, 20004 an expired one, 20065 one that has been
/// decided; those of require_login.
FEISHU_DECL result<void> decide_device(state& tenant, std::string_view user_code, feishu::open_id const& user,
                                       bool approved);

} // namespace feishu::emulator::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/logins/authorization_request.ipp>
#endif
