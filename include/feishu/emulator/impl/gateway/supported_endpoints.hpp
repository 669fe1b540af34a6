#pragma once
// The endpoints that the emulator serves.

#include <feishu/api/auth/v3/app_access_token.hpp>
#include <feishu/api/auth/v3/app_ticket.hpp>
#include <feishu/api/auth/v3/tenant_access_token.hpp>
#include <feishu/api/authen/v1/authorize.hpp>
#include <feishu/api/authen/v1/user_info.hpp>
#include <feishu/api/authen/v2/oauth.hpp>
#include <feishu/api/im/v1/file.hpp>
#include <feishu/api/im/v1/image.hpp>
#include <feishu/api/im/v1/message.hpp>
#include <feishu/api/im/v1/message_resource.hpp>
#include <feishu/api/jssdk/v1/ticket.hpp>
#include <feishu/api/oauth/v1/device_authorization.hpp>
#include <feishu/api/passport/v1/session.hpp>
#include <feishu/core/catalog.hpp>

namespace feishu::emulator {

/// Each has a `handle` function under handlers/.
using supported_endpoints =
    catalog<auth::v3::app_access_token::create, auth::v3::app_access_token::internal,
            auth::v3::app_ticket::resend, auth::v3::tenant_access_token::create,
            auth::v3::tenant_access_token::internal, authen::v1::authorize::get, authen::v1::user_info::get,
            authen::v2::oauth::token, authen::v2::oauth::device_token, jssdk::v1::ticket::get,
            oauth::v1::device_authorization::create, passport::v1::session::logout,
            passport::v1::session::query, im::v1::message::create, im::v1::message::reply,
            im::v1::message::get, im::v1::message::list, im::v1::message::update, im::v1::message::delete_,
            im::v1::message::urgent_app, im::v1::message_resource::get, im::v1::file::create,
            im::v1::file::get, im::v1::image::create, im::v1::image::get>;

} // namespace feishu::emulator
