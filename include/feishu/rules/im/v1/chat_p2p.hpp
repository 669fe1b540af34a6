#pragma once
// Validation rules: ids must have the form of their type.

#include <feishu/core/violation.hpp>
#include <feishu/generated/im/v1/chat_p2p.hpp>
#include <feishu/rules/impl/id_form.hpp>

namespace feishu::im::v1::chat_p2p {

constexpr void rules(batch_query const& request, violations& found) {
    feishu::detail::check_ids(found, "chatter_id_type", request.chatter_id_type, "chatter_ids", request.chatter_ids);
}

} // namespace feishu::im::v1::chat_p2p
