#pragma once
// Handler of im.v2.app_feed_card: creates feed cards.

#include <feishu/api/im/v2/app_feed_card.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Creates a card in the feeds of users. Returned as failed: unknown users, users outside of the app's
/// availability (no_permission), and those who have a card with this biz_id already (duplicate). Errors: 230001
/// without card, link or users.
FEISHU_DECL result<im::v2::app_feed_card::create::response>
handle(state& tenant, caller const& who, im::v2::app_feed_card::create const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/im/v2/impl/app_feed_card.ipp>
#endif
