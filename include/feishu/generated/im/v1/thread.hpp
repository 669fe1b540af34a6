#pragma once
// Feishu im v1: thread. Generated from codegen/specs/im/v1/thread.json: edit that, then run codegen/run.

#include <optional>
#include <string>

#include <feishu/generated/common.hpp>
#include <feishu/generated/im/v1/models.hpp>

namespace feishu::im::v1::thread {

/// Forwards a thread. User access tokens are accepted but not documented.
struct forward {
    static constexpr endpoint_spec spec{
        .id = "im.v1.thread.forward",
        .method = verb::post,
        .path = "/open-apis/im/v1/threads/:thread_id/forward",
        .query = {"receive_id_type", "uuid"},
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:message", "im:message:send_as_bot")},
        .user_scopes = {any_of("im:message")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {230001, 230002, 230006, 230013, 230019, 230020, 230027, 230034,
                   230035, 230036, 230038, 230049, 230050, 230053, 230062, 230063,
                   230064, 230066, 230070, 230073, 230074, 230110, 232009},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/thread/forward",
    };

    /// Thread id.
    field::required<feishu::thread_id> thread_id;
    /// Type of receive_id.
    field::required<open<v1::forward_receive_id_type>> receive_id_type;
    /// Idempotency key: at most one forward is made for the same uuid within one hour.
    std::optional<field::text<0, 50>> uuid{};
    /// Receiver id of the type given by receive_id_type.
    field::required<std::string> receive_id;

    struct response : model::message {};
};
BOOST_DESCRIBE_STRUCT(forward, (), (thread_id, receive_id_type, uuid, receive_id))
BOOST_DESCRIBE_STRUCT(forward::response, (model::message), ())

} // namespace feishu::im::v1::thread
