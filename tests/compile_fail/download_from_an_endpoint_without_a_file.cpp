// expect: this endpoint does not respond with a file: use call\(\)
#include <feishu/api/im/v1/message.hpp>
#include <feishu/client.hpp>
#include <feishu/client/download.hpp>

namespace im = feishu::im::v1;

void fetch(feishu::client const& client) {
    im::message::get const request{.message_id = "om_1"};
#ifdef BAD
    static_cast<void>(client.download(request, feishu::to_memory()));
#else
    static_cast<void>(client.call(request));
#endif
}
