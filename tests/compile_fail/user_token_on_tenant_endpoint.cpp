// expect: this endpoint does not take a user_access_token: call it with the client itself
#include <feishu/api/im/v1/message.hpp>
#include <feishu/client.hpp>

namespace im = feishu::im::v1;

void urge(feishu::client const& client) {
    im::message::urgent_app const request{.message_id = "om_1", .user_id_list = {"ou_1"}};
#ifdef BAD
    static_cast<void>(client.as(feishu::user_token{"u-1"}).call(request));
#else
    static_cast<void>(client.call(request));
#endif
}
