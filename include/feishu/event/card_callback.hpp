#pragma once
// card_callback: the response to a user who acted on a card.
//
//     on.handle<card::action_trigger>([](auto const& e) { return card::toast{"saved"}; });
//     …                               { return card::callback_response{.toast = card::toast{"approved"}, .card = new_card}; }
//
// Values without state of their own: copy and share them freely.
// https://open.feishu.cn/document/uAjLw4CM/ukzMukzMukzM/feishu-cards/card-callback-communication

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <feishu/api/callback/v1/card.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/core/json_text.hpp>
#include <feishu/core/open_enum.hpp>
#include <feishu/core/violation.hpp>

namespace feishu::card {

/// A user acted on a card: `event.action` is the interaction, `event.operator_` the user.
using action_trigger = callback::v1::card::action_trigger;

/// Styles of a toast.
using toast_type = callback::v1::toast_type;

/// A response that shows a short notice.
struct toast {
    std::string content{};
    open<toast_type> type = toast_type::info;
    /// The text by language.
    std::optional<std::map<std::string, std::string>> i18n{};

    FEISHU_DECL operator action_trigger::response() const;
};

/// A response that shows a toast, replaces the card that the user acted on, or both. Empty, it changes nothing.
/// The card is a card::card, card::from_template or card::raw.
struct callback_response {
    std::optional<feishu::card::toast> toast{};
    std::optional<field::json_text> card{};

    FEISHU_DECL operator action_trigger::response() const;
    /// Why the platform would reject the card, fields as in `card.body.elements[0]`; empty when it would not.
    FEISHU_DECL std::vector<violation> problems() const;
};

} // namespace feishu::card

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/event/impl/card_callback.ipp>
#endif
