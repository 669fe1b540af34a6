#pragma once
// The endpoints of cards and custom bots.

#include <feishu/api/bot/v2/hook.hpp>
#include <feishu/api/cardkit/v1/card.hpp>
#include <feishu/api/cardkit/v1/card_element.hpp>
#include <feishu/api/ephemeral/v1/message.hpp>
#include <feishu/api/im/v1/message.hpp>
#include <feishu/api/interactive/v1/card.hpp>
#include <feishu/core/catalog.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::emulator {

class dispatcher;

/// Each has a `handle` function under handlers/.
using card_endpoints =
    catalog<bot_::v2::hook::send, cardkit::v1::card::create, cardkit::v1::card::update,
            cardkit::v1::card::settings, cardkit::v1::card::batch_update, cardkit::v1::card::id_convert,
            cardkit::v1::card_element::create, cardkit::v1::card_element::update,
            cardkit::v1::card_element::patch, cardkit::v1::card_element::delete_,
            cardkit::v1::card_element::content, ephemeral::v1::message::send,
            ephemeral::v1::message::delete_, im::v1::message::patch, interactive::v1::card::update>;

FEISHU_DECL void serve_cards(dispatcher& platform);

} // namespace feishu::emulator
