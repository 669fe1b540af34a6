#pragma once
// Feishu message v4: batch_send. Generated from codegen/specs/message/v4/batch_send.json: edit that, then run codegen/run.

#include <optional>
#include <vector>

#include <boost/json/value.hpp>

#include <feishu/generated/common.hpp>
#include <feishu/generated/message/v4/models.hpp>

namespace feishu::message::v4::batch_send {

/// Sends a message to multiple users and departments (batch message).
struct create {
    static constexpr endpoint_spec spec{
        .id = "message.v4.batch_send.create",
        .method = verb::post,
        .path = "/open-apis/message/v4/batch_send/",
        .tokens = token::tenant,
        .scopes = {any_of("im:message", "im:message:send_as_bot"),
                   any_of("im:message:send_multi_users", "im:message:send_multi_depts")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {10002, 10003, 11101, 11203, 11204, 11205, 11207, 11209, 11210, 11223, 11227, 11231, 11235,
                   11246, 11247, 11312, 230100},
        .doc = "https://open.feishu.cn/document/ukTMukTMukTM/ucDO1EjL3gTNx4yN4UTM",
    };

    /// Message type.
    field::required<open<v4::msg_type>> msg_type;
    /// Content as a JSON object, for all message types except interactive.
    std::optional<boost::json::value> content{};
    /// Card as a JSON object, for interactive only.
    std::optional<boost::json::value> card{};
    /// Department ids; members of subdepartments also receive the message.
    field::list<feishu::department_id, 0, 200> department_ids{};
    /// Receiving users by open_id.
    field::list<feishu::open_id, 0, 200> open_ids{};
    /// Receiving users by user_id.
    field::list<feishu::user_id, 0, 200> user_ids{};
    /// Receiving users by union_id.
    field::list<feishu::union_id, 0, 200> union_ids{};

    struct response {
        /// Batch message id, for im.v1.batch_message.
        feishu::batch_message_id message_id;
        /// Departments that do not exist or are outside the app's availability.
        std::vector<feishu::department_id> invalid_department_ids;
        /// Users that do not exist or are outside the app's availability.
        std::vector<feishu::open_id> invalid_open_ids;
        /// Users that do not exist or are outside the app's availability.
        std::vector<feishu::user_id> invalid_user_ids;
        /// Users that do not exist or are outside the app's availability.
        std::vector<feishu::union_id> invalid_union_ids;
    };
};
BOOST_DESCRIBE_STRUCT(create, (), (msg_type, content, card, department_ids, open_ids, user_ids, union_ids))
BOOST_DESCRIBE_STRUCT(create::response, (),
                      (message_id, invalid_department_ids, invalid_open_ids, invalid_user_ids,
                       invalid_union_ids))

} // namespace feishu::message::v4::batch_send
