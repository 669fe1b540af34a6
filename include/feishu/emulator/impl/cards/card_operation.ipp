#pragma once

#include <chrono>
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include <feishu/emulator/impl/cards/card_document.hpp>
#include <feishu/emulator/impl/cards/card_operation.hpp>
#include <feishu/emulator/impl/cards/card_update.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator::detail {

inline constexpr std::chrono::minutes streaming_time{10};

FEISHU_DECL bool is_streaming(card_entity const& entity, clock::time_point now) {
    return entity.streaming_since && now - *entity.streaming_since < streaming_time;
}

FEISHU_DECL result<void> check_entity(state& tenant, boost::json::value const& card) {
    auto const* object = card.if_object();
    if (object == nullptr || object->empty())
        return refuse(300307);
    auto const* schema = object->if_contains("schema");
    if (schema == nullptr || *schema != "2.0")
        return refuse(300303);
    auto const* config = object_member(card, "config");
    auto const* shared = config != nullptr ? config->if_contains("update_multi") : nullptr;
    if (shared != nullptr && shared->is_bool() && !shared->get_bool())
        return refuse(300302);
    auto const why = check_card(tenant, card);
    switch (why.code) {
    case 0: return {};
    case 230025: return refuse(200860);
    case 300301: return refuse(300301, why.path);
    case 11310:
        return why.message == "element exceeds the limit" ? refuse(300305) : refuse(200220, why.message);
    default: return refuse(200220, why.message + " " + why.path);
    }
}

// The entity of an operation; its rate was counted.
inline result<card_entity*> find_entity(state& tenant, caller const& who, feishu::card_id const& id) {
    auto* found = tenant.cards().find(id);
    if (found == nullptr)
        return refuse(200740);
    if (found->app != who.app.app_id)
        return refuse(300311);
    if (tenant.now() - found->create_time > card_lifetime)
        return refuse(200750);
    if (tenant.settings.documented_rates && !tenant.cards().take(id.str(), 10, 600, tenant.now()))
        return refuse(99991400);
    return found;
}

// Streaming mode begins with the operation that sets it, and not anew with others.
inline void note_streaming(card_entity& entity, boost::json::value const& card, bool before,
                           clock::time_point now) {
    bool const after = asks_streaming(card);
    if (!after)
        entity.streaming_since.reset();
    else if (!before || !is_streaming(entity, now))
        entity.streaming_since = now;
}

FEISHU_DECL result<void> run_operation(state& tenant, caller const& who, card_operation const& operation,
                                       card_change const& change) {
    auto const found = find_entity(tenant, who, operation.card_id);
    if (!found)
        return found.error();
    auto& entity = **found;
    if (auto const done = entity.uuids.find(operation.uuid);
        !operation.uuid.empty() && done != entity.uuids.end()) {
        if (done->second != operation.what)
            return refuse(200770);
        return {};
    }
    if (entity.interactions != 0)
        return refuse(200810);
    if (entity.sequence && operation.sequence <= *entity.sequence)
        return refuse(300317);
    auto card = parse_card(entity.document);
    bool const streamed = asks_streaming(card);
    if (auto ok = change(entity, card); !ok)
        return ok;
    if (auto ok = check_entity(tenant, card); !ok)
        return ok;
    entity.sequence = operation.sequence;
    if (!operation.uuid.empty())
        entity.uuids[operation.uuid] = operation.what;
    // Operations that do not touch the settings leave a streaming mode that has timed out as it is.
    if (streamed != asks_streaming(card) || operation.what.starts_with("settings"))
        note_streaming(entity, card, streamed, tenant.now());
    entity.document = boost::json::serialize(card);
    if (auto* shown = tenant.find_message(entity.message))
        show_card(tenant, *shown, entity.document);
    return {};
}

// Where an element stands.
struct element_place {
    boost::json::object* element = nullptr;
    boost::json::array* list = nullptr; ///< null: it is a member, as the text of a div
    std::size_t index = 0;
};

inline element_place find_element(boost::json::value& in, std::string_view id,
                                  boost::json::array* list = nullptr, std::size_t index = 0) {
    if (auto* items = in.if_array()) {
        for (std::size_t i = 0; i < items->size(); ++i)
            if (auto const found = find_element((*items)[i], id, items, i); found.element != nullptr)
                return found;
        return {};
    }
    auto* object = in.if_object();
    if (object == nullptr)
        return {};
    if (object->contains("tag") && card::detail::string_member(*object, "element_id") == id)
        return {object, list, index};
    for (auto& member : *object)
        if (auto const found = find_element(member.value(), id); found.element != nullptr)
            return found;
    return {};
}

FEISHU_DECL result<void> change_settings(boost::json::value& card, boost::json::value const& settings) {
    auto const* given = settings.if_object();
    if (given == nullptr)
        return refuse(300122);
    for (auto const& one : *given) {
        if ((one.key() != "config" && one.key() != "card_link") || !one.value().is_object())
            return refuse(300122, one.key());
        auto& changed = card.get_object()[one.key()];
        if (!changed.is_object())
            changed = boost::json::object{};
        for (auto const& member : one.value().get_object())
            changed.get_object()[member.key()] = member.value();
    }
    return {};
}

// The list of elements of the body or of a container, which is created if it has none.
inline boost::json::array* elements_of(boost::json::object& container) {
    auto& list = container["elements"];
    if (list.is_null())
        list = boost::json::array{};
    return list.if_array();
}

inline boost::json::array* body_of(boost::json::value& card) {
    auto& body = card.get_object()["body"];
    if (body.is_null())
        body = boost::json::object{};
    return body.is_object() ? elements_of(body.get_object()) : nullptr;
}

FEISHU_DECL result<void> add_elements(boost::json::value& card, std::string_view position,
                                      std::string_view target, boost::json::value const& elements) {
    auto const* added = elements.if_array();
    if (added == nullptr || added->empty())
        return refuse(300307);
    auto const place = target.empty() ? element_place{} : find_element(card, target);
    if (place.element == nullptr && (!target.empty() || position != "append"))
        return refuse(300315, "no such target_element_id");
    if (position != "append" && place.list == nullptr)
        return refuse(300315, "the target is not in a list of elements");
    auto* list = place.list;
    auto at = place.index + (position == "insert_after" ? 1 : 0);
    if (position == "append") {
        list = place.element == nullptr ? body_of(card) : elements_of(*place.element);
        if (list == nullptr)
            return refuse(300315, "the target is not a container");
        at = list->size();
    }
    for (std::size_t i = 0; i < added->size(); ++i)
        list->insert(list->begin() + static_cast<std::ptrdiff_t>(at + i), (*added)[i]);
    return {};
}

FEISHU_DECL result<void> replace_element(boost::json::value& card, std::string_view id,
                                         boost::json::value const& element) {
    auto const place = find_element(card, id);
    if (place.element == nullptr || !element.is_object())
        return refuse(300121);
    *place.element = element.get_object();
    return {};
}

FEISHU_DECL result<void> patch_element(boost::json::value& card, std::string_view id,
                                       boost::json::value const& members) {
    auto const place = find_element(card, id);
    if (place.element == nullptr || !members.is_object())
        return refuse(300313);
    for (auto const& member : members.get_object()) {
        if (member.key() == "tag" && place.element->at("tag") != member.value())
            return refuse(300312);
        (*place.element)[member.key()] = member.value();
    }
    return {};
}

FEISHU_DECL result<void> delete_element(boost::json::value& card, std::string_view id) {
    auto const place = find_element(card, id);
    if (place.list == nullptr)
        return refuse(300314);
    place.list->erase(place.list->begin() + static_cast<std::ptrdiff_t>(place.index));
    return {};
}

FEISHU_DECL result<void> stream_text(boost::json::value& card, std::string_view id, std::string_view text) {
    auto const place = find_element(card, id);
    if (place.element == nullptr)
        return refuse(300313);
    auto const tag = card::detail::string_member(*place.element, "tag");
    if (tag != "markdown" && tag != "plain_text")
        return refuse(300310);
    (*place.element)["content"] = text;
    return {};
}

} // namespace feishu::emulator::detail
