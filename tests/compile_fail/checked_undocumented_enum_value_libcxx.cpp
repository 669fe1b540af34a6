// only: clang
// flags: -stdlib=libc++
// expect: msg_type is ..txt.., not one of text
#include <feishu/api/im/v1/message.hpp>
#include <feishu/core/checked.hpp>

namespace im = feishu::im::v1;

#ifdef BAD
auto const request = feishu::checked<[] { return im::message::reply{.message_id = "om_1", .content = "{}", .msg_type = "txt"}; }>();
#else
auto const request = feishu::checked<[] { return im::message::reply{.message_id = "om_1", .content = "{}", .msg_type = "text"}; }>();
#endif
