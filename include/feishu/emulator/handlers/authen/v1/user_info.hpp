#pragma once
// Handlers of authen.v1.user_info: the user of a user token.

#include <feishu/api/authen/v1/user_info.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// The user; user_id and email with their scopes only. Errors: 20008 the user does not exist, 20021 has resigned.
FEISHU_DECL result<authen::v1::user_info::get::response> handle(state& tenant, caller const& who,
                                                                authen::v1::user_info::get const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/authen/v1/impl/user_info.ipp>
#endif
