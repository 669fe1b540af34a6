#pragma once
// What the field tables of im.v1.thread cannot say: rules across fields.

#include <feishu/api/im/v1/thread.hpp>
#include <feishu/core/violation.hpp>

namespace feishu::im::v1::thread {

constexpr void rules(forward const& request, violations& found) {
    v1::detail::check_forward_receiver(request, found);
}

} // namespace feishu::im::v1::thread
