#pragma once
// Handlers of im.v2.app_feed_card_batch: updates and deletes feed cards.

#include <feishu/api/im/v2/app_feed_card_batch.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Updates the listed fields of cards. Returned as failed: unknown users, users outside of the app's
/// availability (no_permission), and those who have no such card of the app (not_created). Errors: 230001 no
/// cards, an unknown field, or a link without a URL.
FEISHU_DECL result<im::v2::app_feed_card_batch::update::response>
handle(state& tenant, caller const& who, im::v2::app_feed_card_batch::update const& request);

/// Deletes cards. Returned as failed: as for update. Errors: 230001 no cards.
FEISHU_DECL result<im::v2::app_feed_card_batch::delete_::response>
handle(state& tenant, caller const& who, im::v2::app_feed_card_batch::delete_ const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/im/v2/impl/app_feed_card_batch.ipp>
#endif
