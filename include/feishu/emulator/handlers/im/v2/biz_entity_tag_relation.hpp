#pragma once
// Handlers of im.v2.biz_entity_tag_relation: the tags of chats. All refuse with 230001 a type other than chat and
// an unknown chat.

#include <feishu/api/im/v2/biz_entity_tag_relation.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Binds tags to a chat, all or none. Errors: 230001 unknown tag.
FEISHU_DECL result<im::v2::biz_entity_tag_relation::create::response>
handle(state& tenant, caller const& who, im::v2::biz_entity_tag_relation::create const& request);

/// Unbinds tags from a chat. Errors: 230001 unknown tag.
FEISHU_DECL result<im::v2::biz_entity_tag_relation::update::response>
handle(state& tenant, caller const& who, im::v2::biz_entity_tag_relation::update const& request);

/// Gets the tags of a chat.
FEISHU_DECL result<im::v2::biz_entity_tag_relation::get::response>
handle(state& tenant, caller const& who, im::v2::biz_entity_tag_relation::get const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/im/v2/impl/biz_entity_tag_relation.ipp>
#endif
