// first: E is not an event: handle takes events such as im::message::receive_v1
#include <feishu/api/im/v1/message.hpp>
#include <feishu/event/event_dispatcher.hpp>

namespace im = feishu::im::v1;

void listen(feishu::event_dispatcher& on) {
#ifdef BAD
    on.handle<im::message::create>([](auto const&) {});
#else
    on.handle<im::message::receive_v1>([](auto const&) {});
#endif
}
