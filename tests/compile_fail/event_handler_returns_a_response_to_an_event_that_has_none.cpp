// expect: a handler returns void, or for a callback what converts to its response
#include <feishu/api/im/v1/message.hpp>
#include <feishu/event/card_callback.hpp>
#include <feishu/event/event_dispatcher.hpp>

void add(feishu::event_dispatcher& on) {
#ifdef BAD
    on.handle<feishu::im::v1::message::receive_v1>([](auto const&) { return feishu::card::toast{"saved"}; });
#else
    on.handle<feishu::card::action_trigger>([](auto const&) { return feishu::card::toast{"saved"}; });
#endif
}
