#pragma once
// The endpoints that the emulator serves.

#include <feishu/api/auth/v3/app_access_token.hpp>
#include <feishu/api/auth/v3/app_ticket.hpp>
#include <feishu/api/auth/v3/tenant_access_token.hpp>
#include <feishu/api/bot/v2/hook.hpp>
#include <feishu/api/cardkit/v1/card.hpp>
#include <feishu/api/cardkit/v1/card_element.hpp>
#include <feishu/api/ephemeral/v1/message.hpp>
#include <feishu/api/im/v1/file.hpp>
#include <feishu/api/im/v1/image.hpp>
#include <feishu/api/im/v1/message.hpp>
#include <feishu/api/im/v1/message_resource.hpp>
#include <feishu/api/interactive/v1/card.hpp>
#include <feishu/core/catalog.hpp>

namespace feishu::emulator {

/// Each has a `handle` function under handlers/.
using supported_endpoints =
    catalog<auth::v3::app_access_token::create, auth::v3::app_ticket::resend,
            auth::v3::tenant_access_token::create, auth::v3::tenant_access_token::internal,
            im::v1::message::create, im::v1::message::reply, im::v1::message::get, im::v1::message::list,
            im::v1::message::update, im::v1::message::delete_, im::v1::message::urgent_app,
            im::v1::message_resource::get, im::v1::file::create, im::v1::file::get, im::v1::image::create,
            im::v1::image::get, im::v1::message::patch, bot_::v2::hook::send, cardkit::v1::card::create,
            cardkit::v1::card::update, cardkit::v1::card::settings, cardkit::v1::card::batch_update,
            cardkit::v1::card::id_convert, cardkit::v1::card_element::create, cardkit::v1::card_element::update,
            cardkit::v1::card_element::patch, cardkit::v1::card_element::delete_,
            cardkit::v1::card_element::content, ephemeral::v1::message::send, ephemeral::v1::message::delete_,
            interactive::v1::card::update>;

} // namespace feishu::emulator
