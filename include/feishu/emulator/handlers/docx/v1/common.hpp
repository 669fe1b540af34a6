#pragma once
// Checks that the handlers of announcements share.

#include <cstdint>

#include <feishu/core/endpoint_spec.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>
#include <feishu/emulator/impl/state/announcement_store.hpp>

namespace feishu::emulator {

class state;

/// What a caller wants of an announcement.
enum class announcement_access { info, read, write };

/// Finds the announcement of a group that the caller is in. Errors: 1772025 no bot ability, 1770002 unknown or
/// dissolved chat, 1772003 not in the chat, 1772001 not a group; to read and write 1772006 legacy, 1770032 not
/// shared; to write 1772005 only owner and managers may, 1770032 read-only.
FEISHU_DECL result<detail::stored_announcement*> find_group_announcement(state& tenant, caller const& who,
                                                                         feishu::chat_id const& id,
                                                                         announcement_access access);

/// The revision that -1 or a number denotes. Errors: 1770001 no such revision; 1770021 or 1770001, whichever
/// the endpoint documents, more than 1,000 revisions ago; 1770032 an earlier one of a read-only document.
FEISHU_DECL result<std::int64_t> find_revision(detail::stored_announcement const& stored,
                                               endpoint_spec const& spec, std::int64_t wanted);

/// Why there is no such block: 1770003 deleted, if the endpoint documents it, otherwise 1770002.
FEISHU_DECL error refuse_block(detail::stored_announcement const& stored, endpoint_spec const& spec,
                               std::string const& id);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/docx/v1/impl/common.ipp>
#endif
