#pragma once

#include <chrono>
#include <utility>

#include <feishu/emulator/handlers/im/v1/common.hpp>
#include <feishu/emulator/handlers/im/v1/message.hpp>
#include <feishu/emulator/impl/message_content.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

namespace im1 = feishu::im::v1;

// The owner, the managers and the creator bot of a group may recall messages of others.
inline bool can_moderate(caller const& who, chat const& where) {
    if (where.mode == chat_mode::p2p)
        return false;
    if (who.user)
        return where.managed_by(who.user->open_id);
    return where.creator_bot == who.app.app_id || where.managed_by(who.app.app_id);
}

inline im1::recall_type recall_type_of(caller const& who, message const& what, chat const& where) {
    if (sent_by(who, what))
        return im1::recall_type::message_owner;
    bool const owns = who.user ? where.owner == who.user->open_id : where.creator_bot == who.app.app_id;
    return owns ? im1::recall_type::group_owner : im1::recall_type::group_manager;
}

} // namespace detail

FEISHU_DECL result<im::v1::message::update::response> handle(state& tenant, caller const& who,
                                                             im::v1::message::update const& request) {
    using request_type = im::v1::message::update;
    auto const found =
        find_visible_message(tenant, who, request_type::spec, request.message_id, recalled::refuse);
    if (!found)
        return found.error();
    auto& message = **found;
    if (is_child(message))
        return refuse(230050);
    if (!sent_by(who, message))
        return refuse(230071);
    auto const& type = message.msg_type;
    if ((type != im::v1::msg_type::text && type != im::v1::msg_type::post) || message.batch)
        return refuse(230054);
    if (message.edits >= tenant.settings.max_edits)
        return refuse(230072);
    if (tenant.now() - message.create_time > clock::limited(tenant.settings.edit_window))
        return refuse(230075);
    if (auto ok = require_speaker(who, *tenant.find_chat(message.chat_id)); !ok)
        return ok.error();
    auto content = store_content(tenant, request.msg_type.value().str(), request.content->document());
    if (!content)
        return content.error();
    auto const edited = msg_type_of(request.msg_type.value().str());
    if (auto ok = require_content(tenant, who, edited, request.content->document()); !ok)
        return ok.error();
    ++message.edits;
    message.msg_type = edited;
    message.content = std::move(content->document);
    message.mentions = std::move(content->mentions);
    message.updated = true;
    message.update_time = tenant.now();
    return to_response<request_type::response>(tenant, message);
}

FEISHU_DECL result<im::v1::message::delete_::response> handle(state& tenant, caller const& who,
                                                              im::v1::message::delete_ const& request) {
    using request_type = im::v1::message::delete_;
    auto const found =
        find_visible_message(tenant, who, request_type::spec, request.message_id, recalled::refuse);
    if (!found)
        return found.error();
    auto& message = **found;
    if (is_child(message))
        return refuse(230050);
    if (message.batch && !who.user)
        return refuse(230054);
    bool const moderates = detail::can_moderate(who, *tenant.find_chat(message.chat_id));
    if (!moderates && !sent_by(who, message))
        return refuse(230026);
    auto const age = tenant.now() - message.create_time;
    auto const window = moderates ? std::chrono::hours(365 * 24) : tenant.settings.recall_window;
    if (age > clock::limited(window))
        return refuse(230009);
    auto const& where = *tenant.find_chat(message.chat_id);
    tenant.recall_message(message, detail::recall_type_of(who, message, where));
    return request_type::response{};
}

} // namespace feishu::emulator
