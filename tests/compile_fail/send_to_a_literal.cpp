// first: state the receiver's type: feishu::chat_id
#include <feishu/api/im/v1/message.hpp>
#include <feishu/content/text.hpp>

namespace im = feishu::im::v1;

void say() {
#ifdef BAD
    static_cast<void>(im::message::send("oc_1", feishu::text{"hello"}));
#else
    static_cast<void>(im::message::send(feishu::open_id("ou_1"), feishu::text{"hello"}));
#endif
}
