#pragma once
// Handler of im.v2.url_preview: refreshes link previews.

#include <feishu/api/im/v2/url_preview.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Has the clients of users request the previews again, by default of all members of their chats; users who are
/// not in the chat are skipped. Each causes the callback url.preview.get. Errors: 230001 a preview_token that
/// the app never received, or that it updated less than 5 seconds ago.
FEISHU_DECL result<im::v2::url_preview::batch_update::response>
handle(state& tenant, caller const& who, im::v2::url_preview::batch_update const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/im/v2/impl/url_preview.ipp>
#endif
