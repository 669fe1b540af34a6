#pragma once

#include <utility>

#include <boost/json/serialize.hpp>

#include <feishu/emulator/handlers/ephemeral/v1/message.hpp>
#include <feishu/emulator/handlers/im/v1/common.hpp>
#include <feishu/emulator/impl/message_content.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

// The one user that the request names.
inline user* find_ephemeral_receiver(state& tenant, ephemeral::v1::message::send const& request) {
    if (request.open_id)
        return tenant.find_user(*request.open_id);
    if (request.user_id)
        return tenant.find_user(im::v1::user_id_type::user_id, request.user_id->str());
    return request.email ? tenant.find_user(*request.email) : nullptr;
}

} // namespace detail

FEISHU_DECL result<ephemeral::v1::message::send::response>
handle(state& tenant, caller const& who, ephemeral::v1::message::send const& request) {
    auto const* where = tenant.find_chat(request.chat_id.value());
    if (where == nullptr || where->mode != chat_mode::group)
        return refuse(10003, "chat_id is not that of a group");
    if (auto ok = require_speaker(who, *where); !ok)
        return ok.error();
    auto const* whom = detail::find_ephemeral_receiver(tenant, request);
    if (whom == nullptr || !where->has(whom->open_id))
        return refuse(10003, "no such user in the chat");
    if (auto ok = require_available(who, *whom); !ok)
        return ok.error();
    if (request.msg_type.value() != ephemeral::v1::msg_type::interactive)
        return refuse(10003, "msg_type must be interactive");
    auto content =
        store_content(tenant, "interactive", boost::json::serialize(request.card.value()), who.app.app_id);
    if (!content)
        return content.error();
    auto draft = draft_message(who, *where, im::v1::msg_type::interactive, std::move(*content));
    draft.message_id = tenant.make_id("om_");
    draft.create_time = tenant.now();
    draft.update_time = tenant.now();
    ephemeral::v1::message::send::response out{.message_id = draft.message_id};
    tenant.cards().add(ephemeral_card{.message = std::move(draft), .visible_to = whom->open_id});
    return out;
}

FEISHU_DECL result<ephemeral::v1::message::delete_::response>
handle(state& tenant, caller const& who, ephemeral::v1::message::delete_ const& request) {
    auto* found = tenant.cards().find_ephemeral(request.message_id.value());
    if (found == nullptr || found->message.app != who.app.app_id)
        return refuse(10003, "message_id is not that of an ephemeral card of the app");
    if (std::exchange(found->deleted, true))
        return refuse(18051);
    found->message.deleted = true;
    return ephemeral::v1::message::delete_::response{};
}

} // namespace feishu::emulator
