#pragma once
// Validation rules across the fields of im.v1.chat_managers; validate() applies them.

#include <feishu/core/violation.hpp>
#include <feishu/generated/im/v1/chat_managers.hpp>
#include <feishu/rules/im/v1/models.hpp>

namespace feishu::im::v1::chat_managers {

namespace detail {

// The field type has the limit for users; this adds the limit for bots.
template <class E>
constexpr void check_bots(E const& request, violations& found) {
    v1::detail::check_members(request.member_id_type, "manager_ids", request.manager_ids, found);
    if (request.member_id_type == v1::member_id_type::app_id)
        v1::detail::check_member_count(request.member_id_type, "manager_ids", request.manager_ids, found);
}

} // namespace detail

constexpr void rules(add_managers const& request, violations& found) { detail::check_bots(request, found); }
constexpr void rules(delete_managers const& request, violations& found) {
    detail::check_bots(request, found);
}

} // namespace feishu::im::v1::chat_managers
