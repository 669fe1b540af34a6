#pragma once

#include <string>
#include <utility>
#include <vector>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <boost/system/error_code.hpp>

#include <feishu/core/validate.hpp>
#include <feishu/event/card_callback.hpp>
#include <feishu/json/write.hpp>

namespace feishu::card {
namespace detail {

inline callback::v1::model::toast response_toast(toast const& from) {
    return {.type = from.type, .content = from.content, .i18n = from.i18n};
}

// A template has a `type` of its own; everything else is card JSON. Text that is not JSON is sent as a
// string, which the platform rejects.
inline callback::v1::model::callback_card response_card(field::json_text const& from) {
    using callback::v1::callback_card_type;
    auto const document = from.document();
    boost::system::error_code ec;
    auto value = boost::json::parse({document.data(), document.size()}, ec);
    if (ec)
        return {.type = callback_card_type::raw, .data = boost::json::value(document.c_str())};
    auto* const object = value.if_object();
    auto const* const type = object != nullptr ? object->if_contains("type") : nullptr;
    auto* const data = object != nullptr ? object->if_contains("data") : nullptr;
    if (type != nullptr && data != nullptr && *type == "template")
        return {.type = callback_card_type::template_, .data = std::move(*data)};
    return {.type = callback_card_type::raw, .data = std::move(value)};
}

} // namespace detail

FEISHU_DECL toast::operator action_trigger::response() const {
    action_trigger::response made;
    made.toast = detail::response_toast(*this);
    return made;
}

FEISHU_DECL callback_response::operator action_trigger::response() const {
    action_trigger::response made;
    if (toast)
        made.toast = detail::response_toast(*toast);
    if (card)
        made.card = detail::response_card(*card);
    return made;
}

FEISHU_DECL std::vector<violation> callback_response::problems() const {
    violations found;
    if (card)
        feishu::detail::check_json_text(*card, feishu::detail::field_path{nullptr, {}, 0}, found);
    if (card && card->document().starts_with(R"({"type":"card")"))
        found.add({}, "refers to a card entity; a callback response takes card JSON or a template");
    auto all = std::move(found).take();
    for (auto& problem : all)
        problem.field = problem.field.empty() ? "card" : "card." + problem.field;
    return all;
}

FEISHU_DECL std::string callback_json(toast const& response) {
    return json::to_string(static_cast<action_trigger::response>(response));
}

FEISHU_DECL std::string callback_json(callback_response const& response) {
    return json::to_string(static_cast<action_trigger::response>(response));
}

} // namespace feishu::card
