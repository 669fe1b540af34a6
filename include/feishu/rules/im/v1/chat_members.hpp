#pragma once
// Validation rules across the fields of im.v1.chat_members; validate() applies them.

#include <feishu/core/violation.hpp>
#include <feishu/generated/im/v1/chat_members.hpp>
#include <feishu/rules/im/v1/models.hpp>

namespace feishu::im::v1::chat_members {

namespace detail {

template <class E>
constexpr void check_members(E const& request, violations& found) {
    if (request.id_list.empty())
        found.add("id_list", "must not be empty");
    v1::detail::check_members(request.member_id_type, "id_list", request.id_list, found);
    v1::detail::check_member_count(request.member_id_type, "id_list", request.id_list, found);
}

} // namespace detail

constexpr void rules(create const& request, violations& found) { detail::check_members(request, found); }
constexpr void rules(delete_ const& request, violations& found) { detail::check_members(request, found); }

} // namespace feishu::im::v1::chat_members
