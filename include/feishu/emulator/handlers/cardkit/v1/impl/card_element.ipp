#pragma once

#include <utility>

#include <feishu/emulator/handlers/cardkit/v1/card_element.hpp>
#include <feishu/emulator/handlers/cardkit/v1/impl/operation_of.hpp>
#include <feishu/emulator/impl/cards/card_document.hpp>
#include <feishu/emulator/impl/cards/card_operation.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {

FEISHU_DECL result<cardkit::v1::card_element::create::response>
handle(state& tenant, caller const& who, cardkit::v1::card_element::create const& request) {
    auto const document = request.elements->document();
    auto const position = request.type->str();
    auto const target = request.target_element_id ? request.target_element_id->str() : std::string();
    auto const done = detail::run_operation(
        tenant, who,
        detail::operation_of(request, "add " + std::string(position) + ' ' + target + ' ' + document),
        [&](card_entity const& entity, boost::json::value& card) -> result<void> {
            if (entity.streaming_since && !detail::is_streaming(entity, tenant.now()))
                return refuse(200510);
            return detail::add_elements(card, position, target, detail::parse_card(document));
        });
    if (!done)
        return done.error();
    return cardkit::v1::card_element::create::response{};
}

FEISHU_DECL result<cardkit::v1::card_element::update::response>
handle(state& tenant, caller const& who, cardkit::v1::card_element::update const& request) {
    auto const document = request.element->document();
    auto const id = request.element_id->str();
    auto const done =
        detail::run_operation(tenant, who, detail::operation_of(request, "replace " + id + ' ' + document),
                              [&](card_entity const&, boost::json::value& card) {
                                  return detail::replace_element(card, id, detail::parse_card(document));
                              });
    if (!done)
        return done.error();
    return cardkit::v1::card_element::update::response{};
}

FEISHU_DECL result<cardkit::v1::card_element::patch::response>
handle(state& tenant, caller const& who, cardkit::v1::card_element::patch const& request) {
    auto const document = request.partial_element->document();
    auto const id = request.element_id->str();
    auto const done =
        detail::run_operation(tenant, who, detail::operation_of(request, "patch " + id + ' ' + document),
                              [&](card_entity const&, boost::json::value& card) {
                                  return detail::patch_element(card, id, detail::parse_card(document));
                              });
    if (!done)
        return done.error();
    return cardkit::v1::card_element::patch::response{};
}

FEISHU_DECL result<cardkit::v1::card_element::delete_::response>
handle(state& tenant, caller const& who, cardkit::v1::card_element::delete_ const& request) {
    auto const id = request.element_id->str();
    auto const done = detail::run_operation(
        tenant, who, detail::operation_of(request, "delete " + id),
        [&](card_entity const&, boost::json::value& card) { return detail::delete_element(card, id); });
    if (!done)
        return done.error();
    return cardkit::v1::card_element::delete_::response{};
}

FEISHU_DECL result<cardkit::v1::card_element::content::response>
handle(state& tenant, caller const& who, cardkit::v1::card_element::content const& request) {
    auto const id = request.element_id->str();
    auto const text = request.content->str();
    auto const done =
        detail::run_operation(tenant, who, detail::operation_of(request, "stream " + id + ' ' + text),
                              [&](card_entity const& entity, boost::json::value& card) -> result<void> {
                                  if (!entity.streaming_since)
                                      return refuse(300309);
                                  if (!detail::is_streaming(entity, tenant.now()))
                                      return refuse(200850);
                                  return detail::stream_text(card, id, text);
                              });
    if (!done)
        return done.error();
    return cardkit::v1::card_element::content::response{};
}

} // namespace feishu::emulator
