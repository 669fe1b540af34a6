#pragma once
// Types that the endpoints and events of im v1 share.

#include <string>
#include <vector>

#include <feishu/api/common.hpp>

namespace feishu::im::v1 {

using feishu::user_id_type;

/// What a message holds.
enum class msg_type { text, post, image, file, audio, media, sticker, interactive, share_chat, share_user, system };
BOOST_DESCRIBE_ENUM(msg_type, text, post, image, file, audio, media, sticker, interactive, share_chat, share_user,
                    system)

/// What a receive_id is.
enum class receive_id_type { open_id, union_id, user_id, email, chat_id };
BOOST_DESCRIBE_ENUM(receive_id_type, open_id, union_id, user_id, email, chat_id)

/// Where messages are listed from.
enum class container_id_type { chat, thread };
BOOST_DESCRIBE_ENUM(container_id_type, chat, thread)

/// Order of a message list.
enum class sort_type { ByCreateTimeAsc, ByCreateTimeDesc };
BOOST_DESCRIBE_ENUM(sort_type, ByCreateTimeAsc, ByCreateTimeDesc)

/// Kinds of sender.
enum class sender_type { user, app, anonymous, unknown };
BOOST_DESCRIBE_ENUM(sender_type, user, app, anonymous, unknown)

/// What a sender's id is.
enum class sender_id_type { open_id, app_id };
BOOST_DESCRIBE_ENUM(sender_id_type, open_id, app_id)

namespace model {

/// Who sent a message.
struct sender {
    std::string id;
    open<v1::sender_id_type> id_type;
    open<v1::sender_type> sender_type;
    feishu::tenant_key tenant_key;
};
BOOST_DESCRIBE_STRUCT(sender, (), (id, id_type, sender_type, tenant_key))

/// A message's content: a JSON document in a string.
struct message_body {
    field::json_text content;
};
BOOST_DESCRIBE_STRUCT(message_body, (), (content))

/// Someone mentioned in a message; `key` is what stands in the text.
struct mention {
    std::string key;
    std::string id;
    std::string id_type;
    std::string name;
    feishu::tenant_key tenant_key;
};
BOOST_DESCRIBE_STRUCT(mention, (), (key, id, id_type, name, tenant_key))

/// A message as the platform keeps it.
struct message {
    feishu::message_id message_id;
    feishu::message_id root_id;
    feishu::message_id parent_id;
    feishu::thread_id thread_id;
    open<v1::msg_type> msg_type;
    unix_millis create_time;
    unix_millis update_time;
    bool deleted = false;
    bool updated = false;
    feishu::chat_id chat_id;
    model::sender sender;
    message_body body;
    std::vector<mention> mentions;
    feishu::message_id upper_message_id;
};
BOOST_DESCRIBE_STRUCT(message, (),
                      (message_id, root_id, parent_id, thread_id, msg_type, create_time, update_time, deleted,
                       updated, chat_id, sender, body, mentions, upper_message_id))

} // namespace model
} // namespace feishu::im::v1
