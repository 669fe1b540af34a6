// expect: this content cannot be a reply
#include <feishu/api/im/v1/message.hpp>
#include <feishu/content/media.hpp>

namespace im = feishu::im::v1;

#ifdef BAD
im::message::reply reply() {
    return {.message_id = "om_1", .content = feishu::system_message::line("new topic")};
}
#else
im::message::reply reply() {
    return {.message_id = "om_1", .content = feishu::sticker{.file_key = "file_1"}};
}
#endif
