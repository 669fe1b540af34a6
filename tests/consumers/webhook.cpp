// A second file of the same program: a webhook, which needs neither protozero nor the client.
#include <feishu/event/webhook_server.hpp>

int status_of_a_request_without_signature() {
    feishu::event_dispatcher on{{.encrypt_key = "key", .verification_token = "token"}};
    feishu::webhook hook{on};
    return hook.handle({.method = "POST", .body = "{}"}).status;
}

void serve_until_stopped(feishu::event_dispatcher& on) { feishu::webhook_server{{.port = 0}, on}.run(); }
