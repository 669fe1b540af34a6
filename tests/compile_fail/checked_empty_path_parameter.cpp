// only: gcc
// expect: message_id must not be empty
#include <feishu/api/im/v1/message.hpp>
#include <feishu/core/checked.hpp>

namespace im = feishu::im::v1;

#ifdef BAD
auto const request = feishu::checked<[] { return im::message::get{.message_id = ""}; }>();
#else
auto const request = feishu::checked<[] { return im::message::get{.message_id = "om_1"}; }>();
#endif
