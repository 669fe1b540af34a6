// expect: only a card can take a card's place
#include <feishu/api/im/v1/message.hpp>
#include <feishu/content/card.hpp>
#include <feishu/content/text.hpp>

namespace im = feishu::im::v1;

#ifdef BAD
im::message::patch change() { return {.message_id = "om_1", .content = feishu::text{"better"}}; }
#else
im::message::patch change() { return {.message_id = "om_1", .content = feishu::card::card{}}; }
#endif
