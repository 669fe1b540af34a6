// expect: messages of this content cannot be edited: only text and post can
#include <feishu/api/im/v1/message.hpp>
#include <feishu/content/media.hpp>
#include <feishu/content/text.hpp>

namespace im = feishu::im::v1;

#ifdef BAD
im::message::update edit() { return {.message_id = "om_1", .content = feishu::image{.image_key = "img_1"}}; }
#else
im::message::update edit() { return {.message_id = "om_1", .content = feishu::text{"better"}}; }
#endif
