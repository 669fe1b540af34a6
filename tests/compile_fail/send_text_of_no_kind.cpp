// first: state the kind of content: feishu::text
#include <feishu/api/im/v1/message.hpp>
#include <feishu/content/text.hpp>

namespace im = feishu::im::v1;

void say() {
#ifdef BAD
    static_cast<void>(im::message::send(feishu::chat_id("oc_1"), "hello"));
#else
    static_cast<void>(im::message::send(feishu::chat_id("oc_1"), feishu::text{"hello"}));
#endif
}
