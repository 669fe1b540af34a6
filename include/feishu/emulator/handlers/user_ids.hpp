#pragma once
// Ids of users in responses.

#include <string>

#include <feishu/api/im/v1/models.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::emulator {

class state;

/// The id of a user of the requested type; the open_id of one who is unknown.
FEISHU_DECL std::string shown_id(state& tenant, feishu::open_id const& user, feishu::user_id_type type);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/impl/user_ids.ipp>
#endif
