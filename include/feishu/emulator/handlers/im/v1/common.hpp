#pragma once
// What the rules of all message endpoints share: may the caller be here, speak here, see this message?

#include <feishu/api/im/v1/models.hpp>
#include <feishu/core/endpoint_spec.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;
struct stored_content;

/// The first of two codes when the endpoint documents it, otherwise the second: the platform names one
/// condition differently from page to page.
constexpr int documented(endpoint_spec const& spec, int code, int otherwise) {
    return spec.errors.contains(code) ? code : otherwise;
}

/// The bot must be activated. Errors: 230006.
FEISHU_DECL result<void> require_bot(caller const& who);

/// The caller is in the chat. Errors: 230006, 230002, 232009.
FEISHU_DECL result<void> require_member(caller const& who, chat const& where);

/// The caller is in the chat and may speak. Errors: those of require_member, 230018.
FEISHU_DECL result<void> require_speaker(caller const& who, chat const& where);

/// The user can be reached by the caller. Errors: 230013, 230029.
FEISHU_DECL result<void> require_available(caller const& who, user const& whom);

/// What `find_visible_message` does about a recalled message.
enum class recalled { refuse, allow };

/// A message in a chat of the caller's. Errors: 230001 unknown; those of require_member; 230110 deleted;
/// 230011 (or 230110, whichever the endpoint documents) recalled.
FEISHU_DECL result<message*> find_visible_message(state& tenant, caller const& who, endpoint_spec const& spec,
                                                  feishu::message_id const& id, recalled policy);

/// True when the caller itself sent the message.
FEISHU_DECL bool sent_by(caller const& who, message const& what);

/// A message by the caller, ready for `state::add_message`.
FEISHU_DECL message draft_message(state const& tenant, caller const& who, chat const& where,
                                  open<im::v1::msg_type> type, stored_content content);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/im/v1/impl/common.ipp>
#endif
