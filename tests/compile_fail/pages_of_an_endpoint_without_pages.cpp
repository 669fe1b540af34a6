// expect-gcc: constraints not satisfied
// expect-clang: no matching member function for call to .pages.
// expect-clang: constraints not satisfied
#include <feishu/api/im/v1/message.hpp>
#include <feishu/client.hpp>

namespace im = feishu::im::v1;

void read(feishu::client const& client) {
#ifdef BAD
    static_cast<void>(client.pages(im::message::get{.message_id = "om_1"}));
#else
    static_cast<void>(client.pages(im::message::list{.container_id_type = "chat", .container_id = "oc_1"}));
#endif
}
