#pragma once
// A part of <feishu/emulator/src.hpp>: cards and custom bots. It may be compiled in a separate file.

#include <feishu/emulator/handlers/bot/v2/impl/hook.ipp>
#include <feishu/emulator/handlers/cardkit/v1/impl/card.ipp>
#include <feishu/emulator/handlers/cardkit/v1/impl/card_element.ipp>
#include <feishu/emulator/handlers/ephemeral/v1/impl/message.ipp>
#include <feishu/emulator/handlers/im/v1/impl/message_patch.ipp>
#include <feishu/emulator/handlers/interactive/v1/impl/card.ipp>
#include <feishu/emulator/impl/cards/card_document.ipp>
#include <feishu/emulator/impl/cards/card_operation.ipp>
#include <feishu/emulator/impl/cards/card_update.ipp>
#include <feishu/emulator/impl/gateway/supported/cards.ipp>
#include <feishu/emulator/impl/people_cards.ipp>
#include <feishu/emulator/impl/state/card_store.ipp>
