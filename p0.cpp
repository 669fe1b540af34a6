#include <feishu/client.hpp>
#include <feishu/api/im/v1/message.hpp>
#include <feishu/api/im/v1/chat.hpp>
#include <feishu/api/im/v1/chat_members.hpp>
#include <feishu/api/im/v1/message_reaction.hpp>
namespace im = feishu::im::v1;
int main() { feishu::client c{{.app_id = "cli_1", .app_secret = "s"}}; bool ok = true;

return ok ? 0 : 1; }
