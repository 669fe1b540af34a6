// only: gcc
// expect: msg_type is required with content given as a string
#include <feishu/api/im/v1/message.hpp>
#include <feishu/core/checked.hpp>

namespace im = feishu::im::v1;

#ifdef BAD
auto const request = feishu::checked<[] { return im::message::reply{.message_id = "om_1", .content = "{}"}; }>();
#else
auto const request = feishu::checked<[] { return im::message::reply{.message_id = "om_1", .content = "{}", .msg_type = "text"}; }>();
#endif
