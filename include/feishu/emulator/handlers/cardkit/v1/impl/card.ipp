#pragma once

#include <utility>

#include <boost/json/serialize.hpp>

#include <feishu/emulator/handlers/cardkit/v1/card.hpp>
#include <feishu/emulator/handlers/cardkit/v1/impl/operation_of.hpp>
#include <feishu/emulator/handlers/im/v1/common.hpp>
#include <feishu/emulator/impl/cards/card_document.hpp>
#include <feishu/emulator/impl/cards/card_operation.hpp>
#include <feishu/emulator/impl/cards/card_update.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

namespace kit = feishu::cardkit::v1;

inline card_entity& add_entity(state& tenant, caller const& who, boost::json::value const& card) {
    card_entity made{.card_id = tenant.make_id("").substr(0, 19),
                     .app = who.app.app_id,
                     .document = boost::json::serialize(card),
                     .create_time = tenant.now()};
    if (asks_streaming(card))
        made.streaming_since = tenant.now();
    return tenant.cards().add(std::move(made));
}

// One action of a batch.
inline result<void> run_action(boost::json::value& card, boost::json::value const& action) {
    auto const* params = object_member(action, "params");
    if (params == nullptr)
        return refuse(10002, "an action needs params");
    auto const name = text_in(action.get_object(), "action");
    auto const part = [&](std::string_view member) {
        auto const* found = params->if_contains(member);
        return found != nullptr ? *found : boost::json::value();
    };
    if (name == "partial_update_setting")
        return change_settings(card, part("settings"));
    if (name == "add_elements")
        return add_elements(card, text_in(*params, "type"), text_in(*params, "target_element_id"),
                            part("elements"));
    if (name == "update_element")
        return replace_element(card, text_in(*params, "element_id"), part("element"));
    if (name == "partial_update_element")
        return patch_element(card, text_in(*params, "element_id"), part("partial_element"));
    auto const ids = part("element_ids");
    if (name != "delete_elements" || !ids.is_array())
        return refuse(10002, "unknown action");
    for (auto const& id : ids.get_array())
        if (auto ok = delete_element(card, id.is_string() ? std::string(id.get_string()) : std::string());
            !ok)
            return ok;
    return {};
}

} // namespace detail

FEISHU_DECL result<cardkit::v1::card::create::response> handle(state& tenant, caller const& who,
                                                               cardkit::v1::card::create const& request) {
    auto card = detail::parse_card(request.data->document());
    if (request.type.value() == detail::kit::card_type::template_) {
        detail::card_document read;
        boost::json::value const content = boost::json::object{{"type", "template"}, {"data", card}};
        if (auto const problem = detail::read_card(tenant, who.app.app_id, content, read); problem.code != 0)
            return refuse(200220, problem.message);
        card = std::move(read.json);
    }
    if (auto ok = detail::check_entity(tenant, card); !ok)
        return ok.error();
    return cardkit::v1::card::create::response{.card_id = detail::add_entity(tenant, who, card).card_id};
}

FEISHU_DECL result<cardkit::v1::card::update::response> handle(state& tenant, caller const& who,
                                                               cardkit::v1::card::update const& request) {
    auto const document = request.card->data->document();
    auto const done =
        detail::run_operation(tenant, who, detail::operation_of(request, "settings and card " + document),
                              [&](card_entity const&, boost::json::value& card) -> result<void> {
                                  card = detail::parse_card(document);
                                  return {};
                              });
    if (!done)
        return done.error();
    return cardkit::v1::card::update::response{};
}

FEISHU_DECL result<cardkit::v1::card::settings::response> handle(state& tenant, caller const& who,
                                                                 cardkit::v1::card::settings const& request) {
    auto const document = request.settings->document();
    auto const done =
        detail::run_operation(tenant, who, detail::operation_of(request, "settings " + document),
                              [&](card_entity const&, boost::json::value& card) {
                                  return detail::change_settings(card, detail::parse_card(document));
                              });
    if (!done)
        return done.error();
    return cardkit::v1::card::settings::response{};
}

FEISHU_DECL result<cardkit::v1::card::batch_update::response>
handle(state& tenant, caller const& who, cardkit::v1::card::batch_update const& request) {
    auto const document = request.actions->document();
    auto const actions = detail::parse_card(document);
    if (!actions.is_array())
        return refuse(10002, "actions must be a list");
    auto const done =
        detail::run_operation(tenant, who, detail::operation_of(request, "batch " + document),
                              [&](card_entity const&, boost::json::value& card) -> result<void> {
                                  for (auto const& action : actions.get_array())
                                      if (auto ok = detail::run_action(card, action); !ok)
                                          return ok;
                                  return {};
                              });
    if (!done)
        return done.error();
    return cardkit::v1::card::batch_update::response{};
}

FEISHU_DECL result<cardkit::v1::card::id_convert::response>
handle(state& tenant, caller const& who, cardkit::v1::card::id_convert const& request) {
    using response_type = cardkit::v1::card::id_convert::response;
    auto const* message = tenant.find_message(request.message_id.value());
    if (message == nullptr || message->app != who.app.app_id || message->deleted || message->removed ||
        message->msg_type != im::v1::msg_type::interactive)
        return refuse(10002);
    if (auto const* there = tenant.cards().find_sent(message->message_id))
        return response_type{.card_id = there->card_id};
    auto const card = detail::parse_card(message->content);
    if (!detail::is_card_2(card))
        return refuse(300303);
    if (tenant.now() - message->create_time > detail::card_lifetime)
        return refuse(200750);
    auto& entity = detail::add_entity(tenant, who, card);
    entity.create_time = message->create_time;
    tenant.cards().bind(entity, message->message_id);
    return response_type{.card_id = entity.card_id};
}

} // namespace feishu::emulator
