// only: gcc
// expect: page_size is 51, must be at most 50
#include <feishu/api/im/v1/message.hpp>
#include <feishu/core/checked.hpp>

namespace im = feishu::im::v1;

#ifdef BAD
auto const request = feishu::checked<[] { return im::message::list{.container_id_type = "chat", .container_id = "oc_1", .page_size = 51}; }>();
#else
auto const request = feishu::checked<[] { return im::message::list{.container_id_type = "chat", .container_id = "oc_1", .page_size = 50}; }>();
#endif
