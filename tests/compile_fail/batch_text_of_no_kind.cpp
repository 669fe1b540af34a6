// first: state the kind of content: feishu::text
#include <feishu/api/message/v4/batch_send.hpp>
#include <feishu/content/text.hpp>

namespace batch_send = feishu::message::v4::batch_send;

#ifdef BAD
auto announcement() { return batch_send::send({.open_ids = {"ou_1"}}, "maintenance at 8"); }
#else
auto announcement() { return batch_send::send({.open_ids = {"ou_1"}}, feishu::text{"maintenance at 8"}); }
#endif
