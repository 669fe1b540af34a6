#pragma once
// Feishu im v1: batch_message. Generated from codegen/specs/im/v1/batch_message.json: edit that, then run codegen/run.

#include <feishu/generated/common.hpp>
#include <feishu/generated/im/v1/models.hpp>

namespace feishu::im::v1::batch_message {

/// Recalls a batch message; runs asynchronously.
struct delete_ {
    static constexpr endpoint_spec spec{
        .id = "im.v1.batch_message.delete",
        .method = verb::delete_,
        .path = "/open-apis/im/v1/batch_messages/:batch_message_id",
        .tokens = token::tenant,
        .scopes = {any_of("im:message:send_multi_depts", "im:message:send_multi_users")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {230001, 230006, 230009, 230026, 230027, 230030},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/batch_message/delete",
    };

    /// Batch message id: message_id in the response of batch_send.
    field::required<feishu::batch_message_id> batch_message_id;

    struct response {};
};
BOOST_DESCRIBE_STRUCT(delete_, (), (batch_message_id))
BOOST_DESCRIBE_STRUCT(delete_::response, (), ())

/// Gets the progress of a batch message or of its recall.
struct get_progress {
    static constexpr endpoint_spec spec{
        .id = "im.v1.batch_message.get_progress",
        .method = verb::get,
        .path = "/open-apis/im/v1/batch_messages/:batch_message_id/get_progress",
        .tokens = token::tenant,
        .scopes = {any_of("im:message:send_multi_depts", "im:message:send_multi_users")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {230001, 230006, 230012, 230027, 230030},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/batch_message/"
               "get_progress",
    };

    /// Batch message id: message_id in the response of batch_send.
    field::required<feishu::batch_message_id> batch_message_id;

    struct response {
        model::batch_send_progress batch_message_send_progress;
        model::batch_recall_progress batch_message_recall_progress;
    };
};
BOOST_DESCRIBE_STRUCT(get_progress, (), (batch_message_id))
BOOST_DESCRIBE_STRUCT(get_progress::response, (),
                      (batch_message_send_progress, batch_message_recall_progress))

/// Gets the number of recipients and readers of a batch message.
struct read_user {
    static constexpr endpoint_spec spec{
        .id = "im.v1.batch_message.read_user",
        .method = verb::get,
        .path = "/open-apis/im/v1/batch_messages/:batch_message_id/read_user",
        .tokens = token::tenant,
        .scopes = {any_of("im:message:send_multi_depts", "im:message:send_multi_users")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {230001, 230012, 230027, 230030},
        .doc =
            "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/batch_message/read_user",
    };

    /// Batch message id: message_id in the response of batch_send.
    field::required<feishu::batch_message_id> batch_message_id;

    struct response {
        model::batch_read_count read_user;
    };
};
BOOST_DESCRIBE_STRUCT(read_user, (), (batch_message_id))
BOOST_DESCRIBE_STRUCT(read_user::response, (), (read_user))

} // namespace feishu::im::v1::batch_message
