#pragma once
// What the field tables of im.v1.thread cannot say: rules across fields.

#include <feishu/core/violation.hpp>
#include <feishu/generated/im/v1/thread.hpp>
#include <feishu/rules/im/v1/models.hpp>

namespace feishu::im::v1::thread {

constexpr void rules(forward const& request, violations& found) {
    v1::detail::check_forward_receiver(request, found);
}

} // namespace feishu::im::v1::thread
