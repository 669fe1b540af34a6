#pragma once
// Validation rules across the fields of im.v1.chat; validate() applies them.

#include <string>
#include <string_view>

#include <feishu/core/impl/utf8.hpp>
#include <feishu/core/violation.hpp>
#include <feishu/generated/im/v1/chat.hpp>
#include <feishu/rules/impl/id_form.hpp>

namespace feishu::im::v1::chat {

namespace detail {

constexpr bool is_short(std::string const& name) {
    auto const scanned = utf8::scan(name);
    return scanned.valid() && scanned.characters < 2;
}

constexpr char const* short_name = "must have at least 2 characters in a public group";

} // namespace detail

constexpr void rules(create const& request, violations& found) {
    feishu::detail::check_ids(found, "user_id_type", request.user_id_type, "owner_id", request.owner_id);
    feishu::detail::check_ids(found, "user_id_type", request.user_id_type, "user_id_list", request.user_id_list);
    if (request.chat_mode.known() && request.chat_mode != v1::chat_mode::group)
        found.add("chat_mode", "must be group: other modes cannot be created");
    if (request.chat_type != v1::chat_privacy::public_)
        return;
    if (request.name && detail::is_short(*request.name))
        found.add("name", detail::short_name);
    if (!request.name && !request.i18n_names)
        found.add("name", "is required for a public group");
}

constexpr void rules(update const& request, violations& found) {
    feishu::detail::check_ids(found, "user_id_type", request.user_id_type, "owner_id", request.owner_id);
    if (request.chat_type == v1::chat_privacy::public_ && request.name && detail::is_short(*request.name))
        found.add("name", detail::short_name);
}

/// The essential member of the response; see core/essential.hpp.
constexpr std::string_view missing_essential(create::response const& response) {
    return response.chat_id.empty() ? "chat_id" : "";
}

} // namespace feishu::im::v1::chat
