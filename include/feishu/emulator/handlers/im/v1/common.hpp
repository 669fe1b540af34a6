#pragma once
// Checks that the handlers of message endpoints share: membership, permission to speak, visibility.

#include <string_view>

#include <feishu/api/im/v1/models.hpp>
#include <feishu/core/endpoint_spec.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>
#include <feishu/emulator/chat.hpp>
#include <feishu/emulator/message.hpp>

namespace feishu::emulator {

class state;
struct stored_content;

/// Selects `code` if the endpoint documents it, otherwise the other one: the platform has several codes for
/// one condition.
constexpr int documented(endpoint_spec const& spec, int code, int otherwise) {
    return spec.errors.contains(code) ? code : otherwise;
}

/// Requires the bot ability if the caller is an app. Errors: 230006.
FEISHU_DECL result<void> require_bot(caller const& who);

/// Requires that the caller is in the chat. Errors: 230006, 230002, 232009.
FEISHU_DECL result<void> require_member(caller const& who, chat const& where);

/// Requires that the caller is in the chat and may speak. Errors: those of require_member, 230018.
FEISHU_DECL result<void> require_speaker(caller const& who, chat const& where);

/// Requires the further scope that reading messages of this kind of chat needs: im:message.group_msg for a bot in
/// groups, im:message.group_msg:get_as_user or im:message.p2p_msg:get_as_user for users. Errors: 230027.
FEISHU_DECL result<void> require_reading_scope(caller const& who, chat const& where);

/// Counts a message to the chat. Errors: 230020 more than five in a second, with settings::documented_rates.
FEISHU_DECL result<void> require_rate(state& tenant, chat const& where);

/// Requires that the content is not too long, that its files were uploaded by the app with a type that fits msg_type,
/// and that shared chats and users exist. Errors: 230025, 230001, 230017, 230055, 230015, 230013, 230029.
FEISHU_DECL result<void> require_content(state& tenant, caller const& who, im::v1::msg_type type,
                                         std::string_view document);

/// The user with this id, e-mail address or chat_id as the type says; null if there is none, or a chat is meant.
FEISHU_DECL user* find_receiver(state& tenant, im::v1::receive_id_type type, std::string const& id);

/// Requires that the partner of a one-to-one chat is in the availability of the calling app. Errors: 230013, 230029.
FEISHU_DECL result<void> require_available_partner(state& tenant, caller const& who, chat const& where);

/// Requires that the user is in the availability of the calling app. Errors: 230013, 230029.
FEISHU_DECL result<void> require_available(caller const& who, user const& whom);

/// Whether `find_visible_message` returns recalled messages.
enum class recalled { refuse, allow };

/// Finds a message in a chat that the caller is in. Errors: 230001 unknown; those of require_member; 230110
/// deleted; 230011 or 230110, whichever the endpoint documents, recalled.
FEISHU_DECL result<message*> find_visible_message(state& tenant, caller const& who, endpoint_spec const& spec,
                                                  feishu::message_id const& id, recalled policy);

/// Whether the message is a copy in a merged forward.
FEISHU_DECL bool is_child(message const& what);

/// Whether the caller sent the message.
FEISHU_DECL bool sent_by(caller const& who, message const& what);

/// A message as responses show it, with user ids of the given type, and with the sender's name if asked for.
FEISHU_DECL im::v1::model::message shown(state& tenant, message const& one,
                                         im::v1::user_id_type type = im::v1::user_id_type::open_id,
                                         bool with_sender_name = false);

/// Converts a message to a response.
template <class Response>
Response to_response(state& tenant, message const& one) {
    Response out;
    static_cast<im::v1::model::message&>(out) = shown(tenant, one);
    return out;
}

/// The type with this name; must be one of the enum's.
FEISHU_DECL im::v1::msg_type msg_type_of(std::string_view name);

/// Creates a message of the caller, for `state::add_message`.
FEISHU_DECL message draft_message(caller const& who, chat const& where,
                                  im::v1::msg_type type, stored_content content);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/im/v1/impl/common.ipp>
#endif
