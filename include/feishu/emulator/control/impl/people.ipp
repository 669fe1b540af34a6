#pragma once

#include <tuple>
#include <utility>
#include <variant>

#include <boost/json/parse.hpp>

#include <feishu/api/callback/v1/models.hpp>
#include <feishu/emulator/control/impl/handlers.hpp>
#include <feishu/emulator/handlers/im/v1/uploads.hpp>
#include <feishu/emulator/refusal.hpp>
#include <feishu/emulator/server.hpp>
#include <feishu/json/write.hpp>

namespace feishu::emulator::control {
namespace detail {

inline result<form_value> form_value_of(std::string const& name, boost::json::value const& value) {
    if (auto const* text = value.if_string())
        return form_value(std::string(*text));
    if (auto const* checked = value.if_bool())
        return form_value(*checked);
    auto const* list = value.if_array();
    std::vector<std::string> options;
    if (list != nullptr)
        for (auto const& item : *list)
            if (auto const* option = item.if_string())
                options.emplace_back(*option);
    if (list == nullptr || options.size() != list->size())
        return refuse(230001, "form." + name + " must be a string, a boolean or a list of strings");
    return form_value(std::move(options));
}

inline result<card_interaction> interaction_of(click const& request) {
    card_interaction out{.element = request.element,
                         .nth = static_cast<std::size_t>(static_cast<int>(request.nth)),
                         .form = {},
                         .text = request.text,
                         .option = request.option,
                         .options = request.options,
                         .checked = request.checked};
    for (auto const& [name, value] : request.form) {
        auto converted = form_value_of(name, value);
        if (!converted)
            return std::move(converted).error();
        out.form.emplace(name, std::move(*converted));
    }
    return out;
}

inline bool is_file(im::v1::msg_type type) {
    using enum im::v1::msg_type;
    return type == file || type == image || type == audio || type == media || type == sticker;
}

template <class T>
boost::json::value json_of(T const& value) {
    return boost::json::parse(json::to_string(value, {.omit_empty = true}));
}

} // namespace detail

FEISHU_DECL result<say::response> handle(server& platform, say const& request) {
    return platform.state().with([&](state& tenant) -> result<say::response> {
        auto const& who = *request.open_id;
        if (!request.chat_id.empty() + !request.app_id.empty() + !request.reply_to.empty() != 1)
            return refuse(230001, "exactly one of chat_id, app_id and reply_to must be set");
        auto chat = request.chat_id;
        if (!request.app_id.empty())
            chat = tenant.enter(who, request.app_id);
        auto const sent = request.reply_to.empty() ? tenant.say(who, chat, *request.text)
                                                   : tenant.reply(who, request.reply_to, *request.text);
        if (!sent)
            return sent.error();
        return say::response{.message_id = *sent};
    });
}

FEISHU_DECL result<send_file::response> handle(server& platform, send_file const& request) {
    auto bytes = receive_upload({}, *request.file, platform.state()->settings.max_file_bytes);
    if (!bytes)
        return bytes.error();
    auto const type = request.msg_type.value();
    if (request.msg_type.has_value() && !(type && detail::is_file(*type)))
        return refuse(230001, "msg_type must be file, image, audio, media or sticker");
    auto file = make_resource(*request.file_name, std::move(*bytes));
    auto const& [who, chat] = std::tie(*request.open_id, *request.chat_id);
    auto const sent = type ? platform.state()->send_file(who, chat, std::move(file), *type)
                           : platform.state()->send_file(who, chat, std::move(file));
    if (!sent)
        return sent.error();
    return send_file::response{.message_id = *sent};
}

FEISHU_DECL result<read::response> handle(server& platform, read const& request) {
    return platform.state().with([&](state& tenant) -> result<read::response> {
        if (tenant.find_user(*request.open_id) == nullptr)
            return refuse(230001, "unknown open_id");
        if (request.message_id.empty())
            tenant.read_all(*request.open_id);
        else if (!tenant.read(*request.open_id, request.message_id))
            return refuse(230001, "the user has no unread message of a bot with this message_id");
        return read::response{};
    });
}

FEISHU_DECL result<recall::response> handle(server& platform, recall const& request) {
    auto const done = platform.state()->recall(*request.open_id, *request.message_id);
    if (!done)
        return done.error();
    return recall::response{};
}

FEISHU_DECL result<react::response> handle(server& platform, react const& request) {
    if (request.remove) {
        if (!platform.state()->remove_reaction(*request.open_id, *request.message_id, *request.emoji_type))
            return refuse(230001, "the user has no such reaction");
        return react::response{};
    }
    return platform.state().with([&](state& tenant) -> result<react::response> {
        auto const* to = tenant.find_message(*request.message_id);
        auto const before = to != nullptr ? to->reactions.size() : 0;
        auto const added = tenant.react(*request.open_id, *request.message_id, *request.emoji_type);
        if (!added)
            return added.error();
        if (to->reactions.size() == before)
            return refuse(230001, "the user has this reaction already");
        return react::response{.reaction_id = *added};
    });
}

FEISHU_DECL result<enter::response> handle(server& platform, enter const& request) {
    auto const chat = platform.state()->enter(*request.open_id, *request.app_id);
    if (chat.empty())
        return refuse(230001, "unknown open_id or app_id");
    return enter::response{.chat_id = chat};
}

FEISHU_DECL result<tap_menu::response> handle(server& platform, tap_menu const& request) {
    return platform.state().with([&](state& tenant) -> result<tap_menu::response> {
        if (tenant.find_user(*request.open_id) == nullptr || tenant.find_app(*request.app_id) == nullptr)
            return refuse(230001, "unknown open_id or app_id");
        tenant.tap_menu(*request.open_id, *request.app_id, *request.event_key);
        return tap_menu::response{};
    });
}

FEISHU_DECL result<click::response> handle(server& platform, click const& request) {
    auto interaction = detail::interaction_of(request);
    if (!interaction)
        return interaction.error();
    auto const responded = platform.click(*request.open_id, *request.message_id, std::move(*interaction));
    if (!responded)
        return responded.error();
    click::response out;
    if (responded->toast)
        out.toast = detail::json_of(*responded->toast);
    if (responded->card)
        out.card = detail::json_of(*responded->card);
    return out;
}

} // namespace feishu::emulator::control
