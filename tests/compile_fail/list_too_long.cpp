// expect: more values than the platform takes in this list
#include <feishu/api/im/v1/message.hpp>

namespace im = feishu::im::v1;

// 200 user ids; one more is too many.
im::message::urgent_app request{.message_id = "om_1", .user_id_list = {
    "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou",
    "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou",
    "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou",
    "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou",
    "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou",
    "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou",
    "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou",
    "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou",
    "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou",
    "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou",
    "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou",
    "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou",
    "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou",
    "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou",
    "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou",
    "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou",
    "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou",
    "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou",
    "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou",
    "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou", "ou"
#ifdef BAD
    , "one too many"
#endif
}};
