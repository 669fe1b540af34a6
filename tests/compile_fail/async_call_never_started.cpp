// expect: (ignoring return value|nodiscard)
// flags: -Werror=unused-result
#include <feishu/api/im/v1/message.hpp>
#include <feishu/async.hpp>

namespace im = feishu::im::v1;

void send(feishu::client const& client) {
    im::message::get const request{.message_id = "om_1"};
#ifdef BAD
    client.async_call(request); // a deferred operation that nobody starts
#else
    client.async_call(request, [](auto) {});
#endif
}
