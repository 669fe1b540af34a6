#pragma once

#include <utility>
#include <vector>

#include <boost/json/serialize.hpp>

#include <feishu/emulator/handlers/interactive/v1/card.hpp>
#include <feishu/emulator/impl/cards/card_document.hpp>
#include <feishu/emulator/impl/cards/card_update.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

inline constexpr std::size_t max_converted_bytes = 100u << 10;

inline result<card_token*> find_card_token(state& tenant, caller const& who, std::string const& value) {
    auto* token = value.starts_with("c-") ? tenant.cards().find_token(value) : nullptr;
    if (token == nullptr)
        return refuse(300020);
    if (token->app != who.app.app_id)
        return refuse(200310);
    if (tenant.now() - token->issued > card_token_lifetime)
        return refuse(300030);
    if (token->uses >= 2)
        return refuse(300040);
    return token;
}

// The users whose copies of a card that is not shared are replaced.
inline result<std::vector<feishu::open_id>> update_receivers(state& tenant, boost::json::value const* ids) {
    if (ids == nullptr || !ids->is_array() || ids->get_array().empty())
        return refuse(300090);
    std::vector<feishu::open_id> out;
    for (auto const& id : ids->get_array()) {
        auto const* text = id.if_string();
        auto const* user = text != nullptr ? tenant.find_user(feishu::open_id(std::string(*text))) : nullptr;
        if (user == nullptr)
            return refuse(200320);
        out.push_back(user->open_id);
    }
    return out;
}

inline error delayed_update_error(card_problem const& why) {
    return why.code == 230025
               ? refuse(11311, "the card is longer than 30 KB")
               : refuse(11311, "ErrCode: " + std::to_string(why.code) + "; ErrMsg: " + why.message +
                                   "; ErrPath: " + why.path + ";");
}

} // namespace detail

FEISHU_DECL result<interactive::v1::card::update::response>
handle(state& tenant, caller const& who, interactive::v1::card::update const& request) {
    if (!request.card->is_object() || request.card->get_object().empty())
        return refuse(10002);
    auto const token = detail::find_card_token(tenant, who, request.token.value());
    if (!token)
        return token.error();
    auto* message = detail::find_card_message(tenant, (*token)->message);
    if (message == nullptr || message->deleted || message->removed)
        return refuse(200000);
    auto card = request.card.value();
    auto const* const ids = card.get_object().if_contains("open_ids");
    auto const open_ids = ids != nullptr ? *ids : boost::json::value();
    card.get_object().erase("open_ids");
    if (boost::json::serialize(card).size() > detail::max_converted_bytes)
        return refuse(100000);
    detail::card_document read;
    if (auto const problem = detail::read_card(tenant, who.app.app_id, card, read); problem.code != 0)
        return detail::delayed_update_error(problem);
    if (detail::is_card_2(detail::parse_card(message->content)) && !detail::is_card_2(read.json))
        return detail::delayed_update_error(
            {200830, "a card of schema 2.0 cannot become one of 1.0", "schema", {}});
    bool const shared =
        detail::is_shared(read.json) || tenant.cards().find_ephemeral(message->message_id) != nullptr;
    std::vector<feishu::open_id> receivers;
    if (!shared) {
        auto found = detail::update_receivers(tenant, &open_ids);
        if (!found)
            return found.error();
        receivers = std::move(*found);
    }
    ++(*token)->uses;
    if (shared)
        detail::show_card(tenant, *message, boost::json::serialize(read.json));
    for (auto const& user : receivers)
        detail::show_card(tenant, *message, user, boost::json::serialize(read.json));
    return interactive::v1::card::update::response{};
}

} // namespace feishu::emulator
