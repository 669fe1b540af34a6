#pragma once
// What the field tables of message.v4.batch_send cannot say: rules across fields.

#include <boost/json/value.hpp>

#include <feishu/api/message/v4/batch_send.hpp>
#include <feishu/core/violation.hpp>

namespace feishu::message::v4::batch_send {

constexpr void rules(create const& request, violations& found) {
    if (request.department_ids.empty() && request.open_ids.empty() && request.user_ids.empty() &&
        request.union_ids.empty())
        found.add("open_ids", "must not be empty when department_ids, user_ids and union_ids are, too");
    if (!request.msg_type.present())
        return;
    bool const is_card = *request.msg_type == v4::msg_type::interactive;
    if (is_card && !request.card)
        found.add("card", "is required with msg_type interactive");
    if (!is_card && !request.content)
        found.add("content", "is required with every msg_type but interactive");
    if (is_card && request.content)
        found.add("content", "is not for msg_type interactive, which takes card");
    if (!is_card && request.card)
        found.add("card", "is for msg_type interactive only");
    if (request.content && !request.content->is_object())
        found.add("content", "must be a JSON object, not a document in a string");
    if (request.card && !request.card->is_object())
        found.add("card", "must be a JSON object, not a document in a string");
}

} // namespace feishu::message::v4::batch_send
