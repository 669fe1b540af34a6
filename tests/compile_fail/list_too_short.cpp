// first-gcc: a_required_member_is_not_set.*is private
// expect-clang: private default constructor
#include <feishu/api/im/v1/message.hpp>

namespace im = feishu::im::v1;

#ifdef BAD
im::message::urgent_app request{.message_id = "om_1", .user_id_list = {}};
#else
im::message::urgent_app request{.message_id = "om_1", .user_id_list = {"ou_1"}};
#endif
