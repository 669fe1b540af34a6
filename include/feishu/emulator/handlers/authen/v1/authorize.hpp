#pragma once
// Handlers of authen.v1.authorize, and of the forms of the login pages: a person, or a test, chooses a user and
// approves or refuses. The pages need no scripts and no cookies; a form carries what was asked for.

#include <optional>
#include <string>

#include <feishu/api/authen/v1/authorize.hpp>
#include <feishu/core/endpoint_spec.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/field.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>
#include <feishu/emulator/impl/gateway/http_message.hpp>

namespace feishu::emulator {

class state;

namespace pages {

/// The form of the authorization page.
struct login_form {
    static constexpr endpoint_spec spec{
        .id = "emulator.login",
        .method = verb::post,
        .path = authen::v1::authorize::get::spec.path,
        .body = body_format::form,
        .envelope = envelope::redirect,
    };
    field::required<std::string> request;  ///< the query of the page
    field::required<std::string> decision; ///< approve, or anything else
    std::optional<std::string> user{};     ///< open_id
    struct response {};
};
BOOST_DESCRIBE_STRUCT(login_form, (), (request, decision, user))
BOOST_DESCRIBE_STRUCT(login_form::response, (), ())

/// The page on which a user enters the code of a device.
struct device_page {
    static constexpr endpoint_spec spec{
        .id = "emulator.device_page",
        .method = verb::get,
        .path = "/oauth/v1/device",
        .query = {"user_code"},
        .envelope = envelope::redirect,
    };
    std::optional<std::string> user_code{};
    struct response {};
};
BOOST_DESCRIBE_STRUCT(device_page, (), (user_code))
BOOST_DESCRIBE_STRUCT(device_page::response, (), ())

/// Its form.
struct device_form {
    static constexpr endpoint_spec spec{
        .id = "emulator.device",
        .method = verb::post,
        .path = device_page::spec.path,
        .body = body_format::form,
        .envelope = envelope::redirect,
    };
    field::required<std::string> user_code;
    field::required<std::string> decision; ///< approve, or anything else
    std::optional<std::string> user{};     ///< open_id
    struct response {};
};
BOOST_DESCRIBE_STRUCT(device_form, (), (user_code, decision, user))
BOOST_DESCRIBE_STRUCT(device_form::response, (), ())

} // namespace pages

/// The page that asks a user to authorize an app. Errors: those of `state::log_in` for the URL.
FEISHU_DECL result<response> handle(state& tenant, caller const& who,
                                    authen::v1::authorize::get const& request);
/// Redirects the browser to the app, with a code or an error. Errors: those of `state::log_in`.
FEISHU_DECL result<response> handle(state& tenant, caller const& who, pages::login_form const& request);
/// The page for the code of a device.
FEISHU_DECL result<response> handle(state& tenant, caller const& who, pages::device_page const& request);
/// Errors: those of `state::approve_device`.
FEISHU_DECL result<response> handle(state& tenant, caller const& who, pages::device_form const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/authen/v1/impl/authorize.ipp>
#endif
