#pragma once

#include <cstddef>
#include <string>

#include <feishu/emulator/handlers/contact/v3/common.hpp>
#include <feishu/emulator/handlers/search/v1/user.hpp>
#include <feishu/emulator/impl/case_folding.hpp>
#include <feishu/emulator/impl/page_token.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

inline search::v1::model::found_user found(state& tenant, app const& to, user const& whom) {
    search::v1::model::found_user out;
    auto const avatar = avatar_of(whom);
    out.avatar = {.avatar_72 = avatar.avatar_72,
                  .avatar_240 = avatar.avatar_240,
                  .avatar_640 = avatar.avatar_640,
                  .avatar_origin = avatar.avatar_origin};
    for (auto const& id :
         shown_departments(tenant, whom, contact::v3::department_id_type::open_department_id))
        out.department_ids.emplace_back(id);
    out.name = whom.name;
    out.open_id = whom.open_id;
    if (may_read(to, "contact:user.employee_id:readonly", false))
        out.user_id = whom.user_id;
    return out;
}

} // namespace detail

FEISHU_DECL result<search::v1::user::get::response> handle(state& tenant, caller const& who,
                                                           search::v1::user::get const& request) {
    if (request.query->empty())
        return refuse(99992402, "query");
    auto const query = "users/" + *request.query;
    std::size_t i = 0;
    if (request.page_token && !request.page_token->empty()) {
        auto const position = read_page_token(query, *request.page_token);
        if (!position)
            return refuse(99992402, "page_token");
        i = static_cast<std::size_t>(*position);
    }
    search::v1::user::get::response out;
    auto const size = static_cast<std::size_t>(static_cast<int>(request.page_size));
    auto const wanted = folded(*request.query);
    auto const& users = tenant.users();
    for (; i < users.size(); ++i) {
        if (users[i].resigned || find_folded(users[i].name, wanted) == std::string::npos)
            continue;
        if (out.users.size() == size)
            break;
        out.users.push_back(detail::found(tenant, who.app, users[i]));
    }
    out.has_more = i < users.size();
    if (out.has_more)
        out.page_token = make_page_token(query, i);
    return out;
}

} // namespace feishu::emulator
