#pragma once
// Callbacks: a user acts on a card or sees a link, an app is asked, and its answer is applied.

#include <string>

#include <feishu/api/callback/v1/models.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/impl/push/push_queue.hpp>
#include <feishu/emulator/push.hpp>
#include <feishu/emulator/state.hpp>

namespace feishu::emulator {

class push_service;

/// What a callback says of a card_interaction on a card, given as its document. Errors: 230001 when nothing on the card fits,
/// or what fits tells nobody.
FEISHU_DECL result<callback::v1::model::card_action> action_on(std::string const& card, card_interaction const& what);

/// What an app answered. Errors: 200341 nothing in time, 200671 not 200, 200672 not an answer.
FEISHU_DECL result<callback::v1::model::card_action_answer> read_card_answer(push_outcome const& how);
FEISHU_DECL result<callback::v1::model::url_preview_answer> read_preview_answer(push_outcome const& how);

/// Puts an answer's card in place of the one that was acted on, if it has one. Errors: 200673 when it is no card.
FEISHU_DECL result<void> apply(state& tenant, feishu::message_id const& card,
                               callback::v1::model::card_action_answer const& answer);

namespace detail {

FEISHU_DECL result<callback::v1::model::card_action_answer> click(shared_state& tenant, push_service& push,
                                                                  feishu::open_id const& user,
                                                                  feishu::message_id const& card,
                                                                  card_interaction const& what);
FEISHU_DECL result<callback::v1::model::url_preview_answer>
preview(shared_state& tenant, push_service& push, feishu::open_id const& user, feishu::app_id const& app,
        feishu::chat_id const& chat, std::string url);

} // namespace detail
} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/push/callbacks.ipp>
#endif
