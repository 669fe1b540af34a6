#pragma once
// Feishu im v1: message_resource. Generated from codegen/specs/im/v1/message_resource.json: edit that, then run codegen/run.

#include <string>

#include <feishu/generated/common.hpp>
#include <feishu/generated/im/v1/models.hpp>

namespace feishu::im::v1::message_resource {

/// Downloads an image, file, audio or video of a message. User access tokens are accepted but not documented.
struct get {
    static constexpr endpoint_spec spec{
        .id = "im.v1.message_resource.get",
        .method = verb::get,
        .path = "/open-apis/im/v1/messages/:message_id/resources/:file_key",
        .query = {"type"},
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:message", "im:message:readonly", "im:message.history:readonly")},
        .user_scopes = {any_of("im:message:readonly")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .envelope = envelope::binary,
        .errors = {230110, 234001, 234002, 234003, 234004, 234009, 234019, 234037, 234038, 234040, 234041,
                   234042, 234043},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message-resource/get",
    };

    /// Message id.
    field::required<feishu::message_id> message_id;
    /// Resource key: an image_key or file_key from the message content.
    field::required<std::string> file_key;
    /// Resource type.
    field::required<open<v1::resource_type>> type;

    struct response {};
};
BOOST_DESCRIBE_STRUCT(get, (), (message_id, file_key, type))
BOOST_DESCRIBE_STRUCT(get::response, (), ())

} // namespace feishu::im::v1::message_resource
