#pragma once
// Validation rules across the fields of im.v1.thread; validate() applies them.

#include <string_view>

#include <feishu/core/violation.hpp>
#include <feishu/generated/im/v1/thread.hpp>
#include <feishu/rules/im/v1/models.hpp>

namespace feishu::im::v1::thread {

constexpr void rules(forward const& request, violations& found) {
    v1::detail::check_receiver(request, found);
}

/// The essential member of the response; see core/essential.hpp.
constexpr std::string_view missing_essential(forward::response const& response) {
    return response.message_id.empty() ? "message_id" : "";
}

} // namespace feishu::im::v1::thread
