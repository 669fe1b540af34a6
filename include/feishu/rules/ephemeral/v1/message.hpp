#pragma once
// Validation rules across the fields of ephemeral.v1.message; validate() applies them.

#include <string_view>

#include <boost/json/value.hpp>

#include <feishu/core/violation.hpp>
#include <feishu/generated/ephemeral/v1/message.hpp>

namespace feishu::ephemeral::v1::message {

constexpr void rules(send const& request, violations& found) {
    if (!request.open_id && !request.user_id && !request.email)
        found.add("open_id", "is required when user_id and email are absent, too");
    if (request.card.present() && !request.card->is_object())
        found.add("card", "must be a JSON object, not a document in a string");
}

/// The essential member of the response; see core/essential.hpp.
constexpr std::string_view missing_essential(send::response const& response) {
    return response.message_id.empty() ? "message_id" : "";
}

} // namespace feishu::ephemeral::v1::message
