// expect-gcc: use of deleted function
// expect-clang: deleted
#include <feishu/core/ids.hpp>

void open_chat(feishu::chat_id const&) {}

void open(feishu::message_id const& message, feishu::chat_id const& chat) {
#ifdef BAD
    open_chat(message);
#else
    open_chat(chat);
#endif
    static_cast<void>(message);
    static_cast<void>(chat);
}
