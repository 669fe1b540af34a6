#pragma once

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/value_from.hpp>
#include <boost/system/error_code.hpp>

#include <feishu/emulator/handlers/im/v1/common.hpp>
#include <feishu/emulator/impl/cards/card_document.hpp>
#include <feishu/emulator/impl/cards/card_operation.hpp>
#include <feishu/emulator/impl/cards/card_update.hpp>
#include <feishu/emulator/impl/message_content.hpp>
#include <feishu/emulator/impl/push/callbacks.hpp>
#include <feishu/emulator/impl/push/events.hpp>
#include <feishu/emulator/impl/push/push_service.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
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
            auto const* const outer = form_;
            if (text_member(*object, "tag") == "form")
                form_ = object;
            for (auto const& member : *object)
                if (auto const* found = find(member.value()))
                    return found;
            form_ = outer;
        }
        return nullptr;
    }

    /// The form around the element that was found; null if there is none.
    boost::json::object const* form() const { return form_; }

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
    boost::json::object const* form_ = nullptr;
};

inline bool is_set(boost::json::object const& of, std::string_view name) {
    auto const* member = of.if_contains(name);
    return member != nullptr && member->is_bool() && member->get_bool();
}

inline bool offers(boost::json::object const& element, std::string_view value) {
    auto const* options = element.if_contains("options");
    if (options == nullptr || !options->is_array())
        return false;
    for (auto const& option : options->get_array())
        if (option.is_object() && text_member(option.get_object(), "value") == value)
            return true;
    return false;
}

// Whether people can choose what the interaction says: one of the options, of an element that is not disabled.
inline std::string_view why_impossible(boost::json::object const& element, card_interaction const& what) {
    if (is_set(element, "disabled"))
        return "the element is disabled";
    auto const tag = text_member(element, "tag");
    if (tag != "overflow" && tag != "select_static" && tag != "multi_select_static" && tag != "select_img")
        return {};
    if (!what.option.empty() && !offers(element, what.option))
        return "the element has no such option";
    for (auto const& option : what.options)
        if (!offers(element, option))
            return "the element has no such option";
    return {};
}

// Reads the elements of a form in order: their names, initial values, and which must have one.
class form_reader {
public:
    explicit form_reader(boost::json::object values) : values_(std::move(values)) {}

    // Depth is bounded by the parser's limit.
    void read(boost::json::value const& in) {
        if (auto const* list = in.if_array()) {
            for (auto const& item : *list)
                read(item);
        } else if (auto const* object = in.if_object()) {
            if (auto const name = text_member(*object, "name"); !name.empty())
                read_element(*object, name);
            for (auto const& member : *object)
                read(member.value());
        }
    }

    /// The name of a required element without a value; empty if there is none.
    std::string const& missing() const { return missing_; }
    bool knows(std::string_view name) const { return names_.contains(name); }
    boost::json::object take() { return std::move(values_); }

private:
    void read_element(boost::json::object const& element, std::string_view name) {
        names_.emplace(name);
        constexpr std::string_view initial[]{"default_value", "initial_option",   "initial_date", "initial_time",
                                             "checked",       "initial_datetime", "selected_values"};
        for (auto const member : initial)
            if (auto const* value = element.if_contains(member); value != nullptr && !values_.contains(name))
                values_[name] = *value;
        auto const* value = values_.if_contains(name);
        bool const empty = value == nullptr || *value == "" || (value->is_array() && value->get_array().empty());
        if (empty && is_set(element, "required") && missing_.empty())
            missing_ = name;
    }

    boost::json::object values_;
    std::set<std::string, std::less<>> names_;
    std::string missing_;
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

// What a form submits: the values that were entered, and the initial ones of other elements.
inline result<boost::json::object> submitted_values(boost::json::object const* form, card_interaction const& what) {
    form_reader reader(form_json(what.form));
    if (form == nullptr)
        return reader.take();
    if (auto const* elements = form->if_contains("elements"))
        reader.read(*elements);
    for (auto const& [name, value] : what.form)
        if (!reader.knows(name))
            return refuse(230001, "the form has no element called " + name);
    if (!reader.missing().empty())
        return refuse(230001, "the form needs a value for " + reader.missing());
    return reader.take();
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
    detail::card_search search(interaction);
    auto const* const found = failed ? nullptr : search.find(document);
    if (found == nullptr)
        return refuse(230001, "the card has no interactive element called " + interaction.element);
    auto const* const schema = document.is_object() ? document.get_object().if_contains("schema") : nullptr;
    auto value = detail::callback_value(*found, schema != nullptr);
    bool const form = detail::submits(*found);
    if (!value && !form)
        return refuse(230001, "this element of the card has no callback");
    if (auto const why = detail::why_impossible(*found, interaction); !why.empty())
        return refuse(230001, why);
    callback::v1::model::card_action out;
    out.value = value ? std::move(*value) : boost::json::value();
    out.tag = detail::text_member(*found, "tag");
    out.name = detail::text_member(*found, "name");
    if (form) {
        auto values = detail::submitted_values(search.form(), interaction);
        if (!values)
            return values.error();
        out.form_value = std::move(*values);
    }
    out.input_value = out.tag == "input" ? interaction.text : std::string();
    out.option = out.tag != "input" && interaction.option.empty() ? interaction.text : interaction.option;
    out.options = interaction.options;
    out.checked = interaction.checked;
    return out;
}

FEISHU_DECL result<callback::v1::model::card_action_response> read_card_response(push_outcome const& outcome) {
    return detail::read_response<callback::v1::model::card_action_response>(outcome);
}

FEISHU_DECL result<legacy_card_reply> read_legacy_card_response(push_outcome const& outcome) {
    auto document = detail::read_response<boost::json::object>(outcome);
    if (!document)
        return document.error();
    legacy_card_reply out;
    if (auto const* toast = document->if_contains("toast")) {
        auto shown = json::read<callback::v1::model::toast>(json::to_string(*toast), {.strict = true});
        if (!shown)
            return refuse(200672, shown.error().message);
        out.response.toast = std::move(*shown);
        document->erase("toast");
    }
    if (auto const* users = document->if_contains("open_ids")) {
        auto listed = json::read<std::vector<feishu::open_id>>(json::to_string(*users), {.strict = true});
        if (!listed)
            return refuse(200672, listed.error().message);
        out.users = std::move(*listed);
        document->erase("open_ids");
    }
    if (document->empty())
        return out;
    auto& card = out.response.card.emplace();
    bool const is_template = detail::text_member(*document, "type") == "template";
    card.type = is_template ? callback::v1::callback_card_type::template_ : callback::v1::callback_card_type::raw;
    auto* data = is_template ? document->if_contains("data") : nullptr;
    card.data = data != nullptr ? std::move(*data) : boost::json::value(std::move(*document));
    return out;
}

FEISHU_DECL result<callback::v1::model::url_preview_response>
read_preview_response(push_outcome const& outcome) {
    return detail::read_response<callback::v1::model::url_preview_response>(outcome);
}

namespace detail {

// The card of a response as the content of a message.
inline std::string content_of(callback::v1::model::callback_card const& card) {
    auto const wrapped = [&](std::string_view type) {
        return json::to_string(boost::json::object{{"type", type}, {"data", *card.data}});
    };
    if (card.type == callback::v1::callback_card_type::template_)
        return wrapped("template");
    return json::to_string(*card.data);
}

inline bool is_streaming_now(state& tenant, feishu::message_id const& card) {
    auto const* entity = tenant.cards().find_sent(card);
    return entity != nullptr && is_streaming(*entity, tenant.now());
}

} // namespace detail

FEISHU_DECL result<void> apply(state& tenant, feishu::message_id const& card,
                               callback::v1::model::card_action_response const& response,
                               feishu::open_id const& user) {
    auto* shown = detail::find_card_message(tenant, card);
    if (!response.card || shown == nullptr)
        return {};
    if (!response.card->data || !response.card->data->is_object())
        return refuse(200673, "data is not an object");
    auto stored = store_content(tenant, "interactive", detail::content_of(*response.card), shown->app);
    if (!stored)
        return refuse(200673, stored.error().message);
    auto const after = detail::parse_card(stored->document);
    if (detail::is_card_2(detail::parse_card(shown->content)) && !detail::is_card_2(after))
        return refuse(200830);
    if (detail::is_streaming_now(tenant, card))
        return refuse(200810);
    if (tenant.now() - shown->create_time > detail::card_lifetime)
        return {};
    if (detail::is_shared(after) || user.empty() || tenant.cards().find_ephemeral(card) != nullptr)
        detail::show_card(tenant, *shown, std::move(stored->document));
    else
        detail::show_card(tenant, *shown, user, std::move(stored->document));
    return {};
}

namespace detail {

// The callback for an interaction, if the user can see the card.
inline result<outbound_event> card_callback(state& tenant, feishu::open_id const& user,
                                            feishu::message_id const& card,
                                            card_interaction const& interaction, push_service const& push) {
    auto const* who = tenant.find_user(user);
    auto const* shown = find_card_message(tenant, card);
    auto const* sender = shown != nullptr ? tenant.find_app(shown->app) : nullptr;
    auto const* where = shown != nullptr ? tenant.find_chat(shown->chat_id) : nullptr;
    if (who == nullptr || sender == nullptr || where == nullptr || shown->removed ||
        shown->msg_type != im::v1::msg_type::interactive)
        return refuse(230001, "no such user, or no such card");
    if (shown->deleted)
        return refuse(230011);
    if (auto ok = require_member({.kind = token::user, .user = *who}, *where); !ok)
        return ok.error();
    auto const document = tenant.card_of(card, user);
    if (document.empty())
        return refuse(230001, "the user does not see the card");
    auto const usable = is_card_2(parse_card(document)) ? card_lifetime : std::chrono::days(30);
    if (tenant.now() - shown->create_time > usable)
        return refuse(230001, "the card can no longer be used");
    auto action = action_on(document, interaction);
    if (!action)
        return action.error();
    if (auto* entity = tenant.cards().find_sent(card))
        ++entity->interactions;
    return push.pushes_legacy_cards(sender->app_id)
               ? events::legacy_card_action(tenant, *sender, *shown, *who, std::move(*action))
               : events::card_action(tenant, *sender, *shown, *who, std::move(*action));
}

// Pushes the callback, and reads its response in either format.
inline result<legacy_card_reply> card_reply(push_service& push, outbound_event event) {
    if (!push.has_channel(event))
        return refuse(200340);
    bool const legacy = event.legacy_card;
    auto const outcome = push.push_and_wait(std::move(event));
    if (legacy)
        return read_legacy_card_response(outcome);
    auto response = read_card_response(outcome);
    if (!response)
        return response.error();
    return legacy_card_reply{.response = std::move(*response), .users = {}};
}

FEISHU_DECL result<callback::v1::model::card_action_response> click(shared_state& tenant, push_service& push,
                                                                  feishu::open_id const& user,
                                                                  feishu::message_id const& card,
                                                                  card_interaction const& interaction) {
    auto event =
        tenant.with([&](state& s) { return card_callback(s, user, card, interaction, push); });
    if (!event)
        return event.error();
    auto reply = card_reply(push, std::move(*event));
    auto const done = tenant.with([&](state& s) -> result<void> {
        if (auto* entity = s.cards().find_sent(card); entity != nullptr && entity->interactions > 0)
            --entity->interactions;
        if (!reply)
            return {};
        if (reply->users.empty())
            reply->users.push_back(user);
        for (auto const& one : reply->users)
            if (auto applied = apply(s, card, reply->response, one); !applied)
                return applied;
        return {};
    });
    if (!done)
        return done.error();
    if (!reply)
        return reply.error();
    return std::move(reply->response);
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
