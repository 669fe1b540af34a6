// first: state the receiver's type: feishu::chat_id
#include <string>

#include <feishu/api/im/v1/message.hpp>
#include <feishu/content/text.hpp>

namespace im = feishu::im::v1;

void say(std::string const& chat) {
#ifdef BAD
    static_cast<void>(im::message::send(chat, feishu::text{"hello"}));
#else
    static_cast<void>(im::message::send(feishu::chat_id(chat), feishu::text{"hello"}));
#endif
}
