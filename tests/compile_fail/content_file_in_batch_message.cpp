// expect: this content cannot be sent as a batch message
#include <feishu/api/message/v4/batch_send.hpp>
#include <feishu/content/media.hpp>

namespace batch_send = feishu::message::v4::batch_send;

#ifdef BAD
auto announcement() { return batch_send::send({.open_ids = {"ou_1"}}, feishu::file{.file_key = "file_1"}); }
#else
auto announcement() { return batch_send::send({.open_ids = {"ou_1"}}, feishu::image{.image_key = "img_1"}); }
#endif
