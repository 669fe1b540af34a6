// expect: (ignoring return value|nodiscard)
// flags: -Werror=unused-result
#include <feishu/api/im/v1/message.hpp>
#include <feishu/client.hpp>

namespace im = feishu::im::v1;

void read(feishu::client const& client) {
    auto pages = client.pages(im::message::list{.container_id_type = "chat", .container_id = "oc_1"});
#ifdef BAD
    pages.next_page();
#else
    static_cast<void>(pages.next_page());
#endif
}
