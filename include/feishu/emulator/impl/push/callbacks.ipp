#pragma once

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <feishu/emulator/impl/push/callbacks.hpp>
#include <feishu/emulator/handlers/im/v1/common.hpp>
#include <feishu/emulator/impl/push/events.hpp>
#include <feishu/emulator/impl/message_content.hpp>
#include <feishu/emulator/impl/push/push_service.hpp>
#include <feishu/emulator/refusal.hpp>
#include <feishu/json/read.hpp>

namespace feishu::emulator {
namespace detail {

inline std::string_view text_member(boost::json::object const& of, std::string_view name) {
    auto const* member = of.if_contains({name.data(), name.size()});
    if (member != nullptr && member->is_string())
        return {member->get_string().data(), member->get_string().size()};
    return {};
}

// Looks a card over for an element that the user means.
class card_search {
public:
    explicit card_search(card_interaction const& what) : what_(what), skip_(what.nth) {}

    // Depth is bounded by the parser's limit.
    boost::json::object const* find(boost::json::value const& in) {
        if (auto const* list = in.if_array()) {
            for (auto const& item : *list)
                if (auto const* found = find(item))
                    return found;
        } else if (auto const* object = in.if_object()) {
            if (fits(*object) && skip_-- == 0)
                return object;
            for (auto const& member : *object)
                if (auto const* found = find(member.value()))
                    return found;
        }
        return nullptr;
    }

private:
    bool fits(boost::json::object const& element) const {
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
        auto const& wanted = what_.element;
        if (wanted.empty() || text_member(element, "name") == wanted ||
            text_member(element, "element_id") == wanted)
            return true;
        auto const* text = element.if_contains("text");
        return text != nullptr && text->is_object() && text_member(text->get_object(), "content") == wanted;
    }

    card_interaction const& what_;
    std::size_t skip_;
};

// What the element hands to the callback: in JSON 2.0 by a behavior, before that always. Nothing: it tells nobody.
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

// Why there is no answer, if so.
inline result<std::string_view> body_of(push_outcome const& how) {
    if (how.status == 0)
        return refuse(200341, how.answer);
    if (how.status != 200)
        return refuse(200671, std::to_string(how.status));
    return how.answer.empty() ? "{}" : std::string_view(how.answer);
}

template <class Answer>
result<Answer> read_answer(push_outcome const& how) {
    auto const body = body_of(how);
    if (!body)
        return body.error();
    auto answer = json::read<Answer>(*body);
    if (!answer)
        return refuse(200672, answer.error().message);
    return answer;
}

} // namespace detail

FEISHU_DECL result<callback::v1::model::card_action> action_on(std::string const& card, card_interaction const& what) {
    boost::json::error_code failed;
    auto const document = boost::json::parse(card, failed);
    auto const* const found = failed ? nullptr : detail::card_search(what).find(document);
    if (found == nullptr)
        return refuse(230001, "nothing on the card is called " + what.element);
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
        out.form_value = what.form;
    out.input_value = out.tag == "input" ? what.text : std::string();
    out.option = out.tag != "input" && what.option.empty() ? what.text : what.option;
    out.options = what.options;
    out.checked = what.checked;
    return out;
}

FEISHU_DECL result<callback::v1::model::card_action_answer> read_card_answer(push_outcome const& how) {
    return detail::read_answer<callback::v1::model::card_action_answer>(how);
}

FEISHU_DECL result<callback::v1::model::url_preview_answer> read_preview_answer(push_outcome const& how) {
    return detail::read_answer<callback::v1::model::url_preview_answer>(how);
}

FEISHU_DECL result<void> apply(state& tenant, feishu::message_id const& card,
                               callback::v1::model::card_action_answer const& answer) {
    auto* shown = tenant.find_message(card);
    if (!answer.card || shown == nullptr)
        return {};
    auto const& data = answer.card->data;
    if (!data || !data->is_object())
        return refuse(200673, "data is not an object");
    auto const document =
        answer.card->type == callback::v1::callback_card_type::template_
            ? boost::json::serialize(boost::json::object{{"type", "template"}, {"data", *data}})
            : boost::json::serialize(*data);
    auto stored = store_content(tenant, "interactive", document);
    if (!stored)
        return refuse(200673, stored.error().message);
    shown->wire.body.content = std::move(stored->document);
    shown->wire.updated = true;
    shown->wire.update_time = tenant.now();
    return {};
}

namespace detail {

// The callback of a card_interaction, once it is clear that the user can make it.
inline result<outbound_event> gesture_occurrence(state& tenant, feishu::open_id const& user,
                                             feishu::message_id const& card, card_interaction const& what) {
    auto const* who = tenant.find_user(user);
    auto const* shown = tenant.find_message(card);
    if (who == nullptr || shown == nullptr || shown->removed ||
        shown->wire.msg_type != im::v1::msg_type::interactive || tenant.find_app(shown->app) == nullptr)
        return refuse(230001, "no such user, or no such card");
    if (shown->wire.deleted)
        return refuse(230011);
    if (auto ok = require_member({.kind = token::user, .user = *who}, *tenant.find_chat(shown->wire.chat_id));
        !ok)
        return ok.error();
    auto action = action_on(shown->wire.body.content.document(), what);
    if (!action)
        return action.error();
    return events::card_acted_on(tenant, *shown, *who, std::move(*action));
}

FEISHU_DECL result<callback::v1::model::card_action_answer> click(shared_state& tenant, push_service& push,
                                                                  feishu::open_id const& user,
                                                                  feishu::message_id const& card,
                                                                  card_interaction const& what) {
    auto asked = tenant.with([&](state& s) { return gesture_occurrence(s, user, card, what); });
    if (!asked)
        return asked.error();
    if (!push.reaches(*asked))
        return refuse(200340);
    auto answer = read_card_answer(push.ask(std::move(*asked)));
    if (!answer)
        return answer;
    if (auto done = tenant.with([&](state& s) { return apply(s, card, *answer); }); !done)
        return done.error();
    return answer;
}

FEISHU_DECL result<callback::v1::model::url_preview_answer>
preview(shared_state& tenant, push_service& push, feishu::open_id const& user, feishu::app_id const& app,
        feishu::chat_id const& chat, std::string url) {
    auto asked = tenant.with([&](state& s) -> result<outbound_event> {
        auto const* who = s.find_user(user);
        auto const* to = s.find_app(app);
        auto const* where = s.find_chat(chat);
        if (who == nullptr || to == nullptr || where == nullptr)
            return refuse(230001, "no such user, app or chat");
        return events::link_shown(s, *to, *where, *who, std::move(url));
    });
    if (!asked)
        return asked.error();
    if (!push.reaches(*asked))
        return refuse(200340);
    return read_preview_answer(push.ask(std::move(*asked)));
}

} // namespace detail
} // namespace feishu::emulator
