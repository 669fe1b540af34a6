// expect-gcc: could not convert|no matching function|cannot convert|deleted
// expect-clang: deleted|no matching|no viable
#include <feishu/api/im/v1/message.hpp>

namespace im = feishu::im::v1;

void read(feishu::message_id message, feishu::chat_id chat) {
#ifdef BAD
    im::message::get const request{.message_id = chat};
#else
    im::message::get const request{.message_id = message};
#endif
    static_cast<void>(request);
    static_cast<void>(message);
    static_cast<void>(chat);
}
