// first: E is not an endpoint: call takes endpoints such as im::message::create
#include <feishu/api/im/v1/message.hpp>
#include <feishu/client.hpp>

namespace im = feishu::im::v1;

void send(feishu::client const& client) {
#ifdef BAD
    static_cast<void>(client.call(im::message::receive_v1{}));
#else
    static_cast<void>(client.call(im::message::get{.message_id = "om_1"}));
#endif
}
