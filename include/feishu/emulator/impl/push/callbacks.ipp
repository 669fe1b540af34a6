#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/value_from.hpp>
#include <boost/system/error_code.hpp>

#include <feishu/emulator/handlers/im/v1/common.hpp>
#include <feishu/emulator/impl/message_content.hpp>
#include <feishu/emulator/impl/push/callbacks.hpp>
#include <feishu/emulator/impl/push/events.hpp>
#include <feishu/emulator/impl/push/push_service.hpp>
#include <feishu/emulator/refusal.hpp>
#include <feishu/json/read.hpp>
#include <feishu/json/write.hpp>

namespace feishu::emulator {
namespace detail {

inline std::string_view text_member(boost::json::object const& of, std::string_view name) {
    auto const* member = of.if_contains({name.data(), name.size()});
    if (member != nullptr && member->is_string())
        return {member->get_string().data(), member->get_string().size()};
    return {};
}

// Searches a card for the element of an interaction.
class card_search {
public:
    explicit card_search(card_interaction const& wanted) : wanted_(wanted), skip_(wanted.nth) {}

    // Depth is bounded by the parser's limit.
    boost::json::object const* find(boost::json::value const& in) {
        if (auto const* list = in.if_array()) {
            for (auto const& item : *list)
                if (auto const* found = find(item))
                    return found;
        } else if (auto const* object = in.if_object()) {
            if (matches(*object) && skip_-- == 0)
                return object;
            for (auto const& member : *object)
                if (auto const* found = find(member.value()))
                    return found;
        }
        return nullptr;
    }

private:
    bool matches(boost::json::object const& element) const {
        constexpr std::string_view tags[]{"button",
                                          "input",
                                          "overflow",
                                          "select_static",
                                          "multi_select_static",
                                          "date_picker",
                                          "picker_time",
                                          "multi_select_person",
                                          "select_person",
                                          "picker_datetime",
                                          "select_img",
                                          "checker",
                                          "interactive_container"};
        if (std::ranges::find(tags, text_member(element, "tag")) == std::end(tags))
            return false;
        auto const& name = wanted_.element;
        if (name.empty() || text_member(element, "name") == name ||
            text_member(element, "element_id") == name)
            return true;
        auto const* text = element.if_contains("text");
        return text != nullptr && text->is_object() && text_member(text->get_object(), "content") == name;
    }

    card_interaction const& wanted_;
    std::size_t skip_;
};

// The value that the element passes to the callback: that of a behavior in JSON 2.0, its own in JSON 1.0.
// Empty if the element has no callback.
inline std::optional<boost::json::value> callback_value(boost::json::object const& element, bool card_2) {
    auto const* value = element.if_contains("value");
    auto const* const behaviors = element.if_contains("behaviors");
    if (behaviors == nullptr || !behaviors->is_array())
        return card_2 ? std::nullopt : std::optional(value != nullptr ? *value : boost::json::value());
    for (auto const& behavior : behaviors->get_array())
        if (behavior.is_object() && text_member(behavior.get_object(), "type") == "callback") {
            value = behavior.get_object().if_contains("value");
            return value != nullptr ? *value : boost::json::value();
        }
    return std::nullopt;
}

inline bool submits(boost::json::object const& element) {
    return text_member(element, "form_action_type") == "submit" ||
           text_member(element, "action_type") == "form_submit";
}

inline boost::json::object form_json(std::map<std::string, form_value> const& values) {
    boost::json::object out;
    for (auto const& [name, value] : values)
        out[name] = std::visit([](auto const& entered) { return boost::json::value_from(entered); }, value);
    return out;
}

template <class Response>
result<Response> read_response(push_outcome const& outcome) {
    if (outcome.status == 0)
        return refuse(200341, outcome.response);
    if (outcome.status != 200)
        return refuse(200671, std::to_string(outcome.status));
    auto response =
        json::read<Response>(outcome.response.empty() ? "{}" : std::string_view(outcome.response),
                                         {.strict = true});
    if (!response)
        return refuse(200672, response.error().message);
    return response;
}

} // namespace detail

FEISHU_DECL result<callback::v1::model::card_action> action_on(std::string const& card,
                                                               card_interaction const& interaction) {
    boost::system::error_code failed;
    auto const document = boost::json::parse(card, failed);
    auto const* const found = failed ? nullptr : detail::card_search(interaction).find(document);
    if (found == nullptr)
        return refuse(230001, "the card has no interactive element called " + interaction.element);
    auto const* const schema = document.is_object() ? document.get_object().if_contains("schema") : nullptr;
    auto value = detail::callback_value(*found, schema != nullptr);
    bool const form = detail::submits(*found);
    if (!value && !form)
        return refuse(230001, "this element of the card has no callback");
    callback::v1::model::card_action out;
    out.value = value ? std::move(*value) : boost::json::value();
    out.tag = detail::text_member(*found, "tag");
    out.name = detail::text_member(*found, "name");
    if (form)
        out.form_value = detail::form_json(interaction.form);
    out.input_value = out.tag == "input" ? interaction.text : std::string();
    out.option = out.tag != "input" && interaction.option.empty() ? interaction.text : interaction.option;
    out.options = interaction.options;
    out.checked = interaction.checked;
    return out;
}

FEISHU_DECL result<callback::v1::model::card_action_response> read_card_response(push_outcome const& outcome) {
    return detail::read_response<callback::v1::model::card_action_response>(outcome);
}

FEISHU_DECL result<callback::v1::model::url_preview_response>
read_preview_response(push_outcome const& outcome) {
    return detail::read_response<callback::v1::model::url_preview_response>(outcome);
}

FEISHU_DECL result<void> apply(state& tenant, feishu::message_id const& card,
                               callback::v1::model::card_action_response const& response) {
    auto* shown = tenant.find_message(card);
    if (!response.card || shown == nullptr)
        return {};
    auto const& data = response.card->data;
    if (!data || !data->is_object())
        return refuse(200673, "data is not an object");
    auto const document =
        response.card->type == callback::v1::callback_card_type::template_
            ? json::to_string(boost::json::object{{"type", "template"}, {"data", *data}})
            : json::to_string(*data);
    auto stored = store_content(tenant, "interactive", document);
    if (!stored)
        return refuse(200673, stored.error().message);
    shown->content = std::move(stored->document);
    shown->updated = true;
    shown->update_time = tenant.now();
    return {};
}

namespace detail {

// The callback for an interaction, if the user can see the card.
inline result<outbound_event> card_callback(state& tenant, feishu::open_id const& user,
                                            feishu::message_id const& card,
                                            card_interaction const& interaction) {
    auto const* who = tenant.find_user(user);
    auto const* shown = tenant.find_message(card);
    auto const* sender = shown != nullptr ? tenant.find_app(shown->app) : nullptr;
    auto const* where = shown != nullptr ? tenant.find_chat(shown->chat_id) : nullptr;
    if (who == nullptr || sender == nullptr || where == nullptr || shown->removed ||
        shown->msg_type != im::v1::msg_type::interactive)
        return refuse(230001, "no such user, or no such card");
    if (shown->deleted)
        return refuse(230011);
    if (auto ok = require_member({.kind = token::user, .user = *who}, *where); !ok)
        return ok.error();
    auto action = action_on(shown->content, interaction);
    if (!action)
        return action.error();
    return events::card_action(tenant, *sender, *shown, *who, std::move(*action));
}

FEISHU_DECL result<callback::v1::model::card_action_response> click(shared_state& tenant, push_service& push,
                                                                  feishu::open_id const& user,
                                                                  feishu::message_id const& card,
                                                                  card_interaction const& interaction) {
    auto event = tenant.with([&](state& s) { return card_callback(s, user, card, interaction); });
    if (!event)
        return event.error();
    if (!push.has_channel(*event))
        return refuse(200340);
    auto response = read_card_response(push.push_and_wait(std::move(*event)));
    if (!response)
        return response;
    if (auto done = tenant.with([&](state& s) { return apply(s, card, *response); }); !done)
        return done.error();
    return response;
}

FEISHU_DECL result<callback::v1::model::url_preview_response>
preview(shared_state& tenant, push_service& push, feishu::open_id const& user, feishu::app_id const& app,
        feishu::chat_id const& chat, std::string url) {
    auto event = tenant.with([&](state& s) -> result<outbound_event> {
        auto const* who = s.find_user(user);
        auto const* to = s.find_app(app);
        auto const* where = s.find_chat(chat);
        if (who == nullptr || to == nullptr || where == nullptr)
            return refuse(230001, "no such user, app or chat");
        return events::link_preview(s, *to, *where, *who, std::move(url));
    });
    if (!event)
        return event.error();
    if (!push.has_channel(*event))
        return refuse(200340);
    return read_preview_response(push.push_and_wait(std::move(*event)));
}

} // namespace detail
} // namespace feishu::emulator
