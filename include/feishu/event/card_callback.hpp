#pragma once
// card_callback: the response to a card interaction, a toast or a new version of the card.
//
//     on.handle<card::action_trigger>([](auto const& e) { return card::toast{"saved"}; });
//     on.handle<card::action_trigger>([](auto const& e) {
//         return card::callback_response{.toast = card::toast{"approved"}, .card = new_card};
//     });
//
// https://open.feishu.cn/document/uAjLw4CM/ukzMukzMukzM/feishu-cards/card-callback-communication

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

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

/// The callback of a card interaction: `event.action` describes it, `event.operator_` is the user.
using action_trigger = callback::v1::card::action_trigger;

/// Toast styles.
using toast_type = callback::v1::toast_type;

/// A response that shows a short notice to the user.
struct toast {
    std::string content{};
    open<toast_type> type = toast_type::info;
    /// Translations of the content, by language.
    std::optional<std::map<std::string, std::string>> i18n{};

    /// Converts to what a handler of card::action_trigger returns.
    FEISHU_DECL operator action_trigger::response() const;
};

/// A response that shows a toast, replaces the card, or does both; an empty one does neither. The card is a
/// card::card, card::from_template or card::raw.
///
///     return card::callback_response{.card = card::card{.body = {.elements = {card::markdown{"done"}}}}};
struct callback_response {
    std::optional<feishu::card::toast> toast{};
    std::optional<field::json_text> card{};

    /// Converts to what a handler of card::action_trigger returns.
    FEISHU_DECL operator action_trigger::response() const;
    /// The rules that the card violates, fields as `card.body.elements[0]`. The conversion does not check
    /// them.
    FEISHU_DECL std::vector<violation> problems() const;
};

/// The response to a card interaction as JSON.
FEISHU_DECL std::string callback_json(toast const& response);
FEISHU_DECL std::string callback_json(callback_response const& response);

} // namespace feishu::card

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/event/impl/card_callback.ipp>
#endif
