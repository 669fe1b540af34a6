#pragma once

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include <feishu/emulator/handlers/im/v1/common.hpp>
#include <feishu/emulator/handlers/im/v1/message.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

inline constexpr std::chrono::seconds follow_up_window{600};

// The text is not blank, and given once per language.
inline bool is_valid(im::v1::model::follow_up const& one) {
    if (one.content->str().find_first_not_of(" \t\n\r") == std::string::npos)
        return false;
    std::vector<std::string> languages;
    for (auto const& text : one.i18n_contents) {
        if (std::ranges::find(languages, text.language->str()) != languages.end())
            return false;
        languages.push_back(text.language->str());
    }
    return true;
}

} // namespace detail

FEISHU_DECL result<im::v1::message::push_follow_up::response>
handle(state& tenant, caller const& who, im::v1::message::push_follow_up const& request) {
    if (auto ok = require_bot(who); !ok)
        return ok.error();
    auto* message = tenant.find_message(request.message_id);
    auto const* where = message != nullptr ? tenant.find_chat(message->chat_id) : nullptr;
    if (where == nullptr)
        return refuse(230001, "invalid message_id");
    if (!require_member(who, *where) || message->removed || message->deleted || is_child(*message))
        return refuse(230004);
    if (where->mode != chat_mode::p2p)
        return refuse(230003);
    if (!require_available_partner(tenant, who, *where))
        return refuse(230005);
    if (!sent_by(who, *message))
        return refuse(230001, "the message was sent by another");
    if (tenant.positions_of(where->chat_id).back() + 1 != message->sequence)
        return refuse(230001, "the message is not the newest of the chat");
    if (tenant.now() - message->create_time > detail::follow_up_window)
        return refuse(230001, "the message is older than 600 seconds");
    for (auto const& one : *request.follow_ups)
        if (!detail::is_valid(one))
            return refuse(230007);
    if (!message->extras->follow_ups.empty())
        return refuse(230008);
    for (auto const& one : *request.follow_ups)
        message->extras.edit().follow_ups.push_back(one.content->str());
    return im::v1::message::push_follow_up::response{};
}

} // namespace feishu::emulator
