#pragma once
// Handlers of search.v1.user.

#include <feishu/api/search/v1/user.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Searches for a part of the name among the users who have not left. Errors: 99992402 an empty keyword, or page_token
/// of another query.
FEISHU_DECL result<search::v1::user::get::response> handle(state& tenant, caller const& who,
                                                           search::v1::user::get const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/search/v1/impl/user.ipp>
#endif
