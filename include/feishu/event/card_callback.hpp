#pragma once
// What to answer when somebody acts on a card:
//
//     on.handle<card::action_trigger>([](auto const& e) { return card::toast{"saved"}; });
//     …                               { return card::callback_response{.toast = card::toast{"approved"}, .card = new_card}; }

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

/// Somebody acted on a card. What they did is in `event.action`, who they are in `event.operator_`.
using action_trigger = callback::v1::card::action_trigger;

/// Looks of a notice.
using toast_type = callback::v1::toast_type;

/// An answer: a short notice.
struct toast {
    std::string content{};
    open<toast_type> type = toast_type::info;
    /// The text by language.
    std::optional<std::map<std::string, std::string>> i18n{};

    FEISHU_DECL operator action_trigger::response() const;
};

/// An answer: a notice, a new card in place of the one that was acted on, or both. Nothing at all changes nothing.
/// The card is a card::card, card::from_template or card::raw.
struct callback_response {
    std::optional<feishu::card::toast> toast{};
    std::optional<field::json_text> card{};

    FEISHU_DECL operator action_trigger::response() const;
    /// What is wrong with the card, fields as in `card.body.elements[0]`. The platform would refuse it.
    FEISHU_DECL std::vector<violation> problems() const;
};

} // namespace feishu::card

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/event/impl/card_callback.ipp>
#endif
