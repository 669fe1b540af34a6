// expect: (ignoring return value|nodiscard)
// flags: -Werror=unused-result
#include <feishu/api/im/v1/message.hpp>
#include <feishu/client.hpp>

namespace im = feishu::im::v1;

void send(feishu::client const& client) {
#ifdef BAD
    client.call(im::message::get{.message_id = "om_1"});
#else
    static_cast<void>(client.call(im::message::get{.message_id = "om_1"}));
#endif
}
