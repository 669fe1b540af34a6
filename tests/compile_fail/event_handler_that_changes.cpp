// expect: a handler takes its event by const reference; it is called as const, for threads share it
#include <feishu/api/im/v1/message.hpp>
#include <feishu/event/event_dispatcher.hpp>

using receive_v1 = feishu::im::v1::message::receive_v1;

void add(feishu::event_dispatcher& on) {
    int count = 0;
#ifdef BAD
    on.handle<receive_v1>([count](receive_v1 const&) mutable { ++count; });
#else
    on.handle<receive_v1>([&count](receive_v1 const&) { ++count; });
#endif
}
