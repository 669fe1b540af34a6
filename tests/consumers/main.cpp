// What a new user's first file looks like: one request, checked before it is sent.
#include <iostream>

#include <feishu/api/im/v1/message.hpp>
#include <feishu/client.hpp>

int main() {
    feishu::client client{{.app_id = "cli_1", .app_secret = "secret"}};
    auto const got = client.call(feishu::im::v1::message::get{.message_id = ""});
    std::cout << got.error() << '\n';
}
