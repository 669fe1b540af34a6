#pragma once

#include <feishu/emulator/handlers/bot/v2/hook.hpp>
#include <feishu/emulator/handlers/cardkit/v1/card.hpp>
#include <feishu/emulator/handlers/cardkit/v1/card_element.hpp>
#include <feishu/emulator/handlers/ephemeral/v1/message.hpp>
#include <feishu/emulator/handlers/im/v1/message.hpp>
#include <feishu/emulator/handlers/interactive/v1/card.hpp>
#include <feishu/emulator/impl/gateway/dispatcher.hpp>
#include <feishu/emulator/impl/gateway/supported/cards.hpp>

namespace feishu::emulator {

FEISHU_DECL void serve_cards(dispatcher& platform) { platform.serve(card_endpoints{}); }

} // namespace feishu::emulator
