#pragma once
// Callbacks for card interactions and link previews: creates the callback, and reads and applies the app's
// response.

#include <string>
#include <vector>

#include <feishu/api/callback/v1/models.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/impl/push/push_queue.hpp>
#include <feishu/emulator/push.hpp>
#include <feishu/emulator/state.hpp>

namespace feishu::emulator {

class push_service;

/// The `action` of the callback for an interaction with a card, given as its JSON document. Errors: 230001 if
/// no element matches, the one that does has no callback or is disabled, it does not offer the option, or its form
/// lacks a required value or has no element of a name.
FEISHU_DECL result<callback::v1::model::card_action> action_on(std::string const& card,
                                                               card_interaction const& interaction);

/// Reads the response of an app to a callback. Errors: 200341 none in time, 200671 an HTTP status other than
/// 200, 200672 malformed.
FEISHU_DECL result<callback::v1::model::card_action_response> read_card_response(push_outcome const& outcome);
/// The same for card.action.trigger_v1, whose response is the card itself, and the users whose card it replaces.
struct legacy_card_reply {
    callback::v1::model::card_action_response response{};
    std::vector<feishu::open_id> users{}; ///< that a card which is not shared is replaced for; the user who clicked if empty
};
FEISHU_DECL result<legacy_card_reply> read_legacy_card_response(push_outcome const& outcome);
FEISHU_DECL result<callback::v1::model::url_preview_response>
read_preview_response(push_outcome const& outcome);

/// Replaces a card by the one in the response, if there is one; if it is not shared, for `user` only. A card of more
/// than 14 days stays. Errors: 200673 if that is not a valid card, 200830 a card in JSON 1.0 for one in 2.0, 200810 in
/// streaming mode.
FEISHU_DECL result<void> apply(state& tenant, feishu::message_id const& card,
                               callback::v1::model::card_action_response const& response,
                               feishu::open_id const& user = {});

namespace detail {

FEISHU_DECL result<callback::v1::model::card_action_response> click(shared_state& tenant, push_service& push,
                                                                  feishu::open_id const& user,
                                                                  feishu::message_id const& card,
                                                                  card_interaction const& interaction);
FEISHU_DECL result<callback::v1::model::url_preview_response>
preview(shared_state& tenant, push_service& push, feishu::open_id const& user, feishu::app_id const& app,
        feishu::chat_id const& chat, std::string url);

} // namespace detail
} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/push/callbacks.ipp>
#endif
