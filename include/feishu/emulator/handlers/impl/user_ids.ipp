#pragma once

#include <feishu/emulator/handlers/user_ids.hpp>
#include <feishu/emulator/impl/state/state.hpp>

namespace feishu::emulator {

FEISHU_DECL std::string shown_id(state& tenant, feishu::open_id const& user, feishu::user_id_type type) {
    auto const* found = type == feishu::user_id_type::open_id ? nullptr : tenant.find_user(user);
    return found != nullptr ? found->id(type) : user.str();
}

} // namespace feishu::emulator
