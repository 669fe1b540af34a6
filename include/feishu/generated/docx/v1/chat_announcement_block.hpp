#pragma once
// Feishu docx v1: chat_announcement_block. Generated from codegen/specs/docx/v1/chat_announcement_block.json: edit that, then run codegen/run.

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include <feishu/generated/common.hpp>
#include <feishu/generated/docx/v1/models.hpp>

namespace feishu::docx::v1::chat_announcement_block {

/// Updates several blocks of a group announcement.
struct batch_update {
    static constexpr endpoint_spec spec{
        .id = "docx.v1.chat_announcement_block.batch_update",
        .method = verb::patch,
        .path = "/open-apis/docx/v1/chats/:chat_id/announcement/blocks/batch_update",
        .query = {"revision_id", "client_token", "user_id_type"},
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:chat.announcement:write_only")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .errors = {1770001, 1770002, 1770003, 1770004, 1770005, 1770006, 1770007, 1770008, 1770010,
                   1770011, 1770012, 1770013, 1770014, 1770015, 1770019, 1770020, 1770021, 1770024,
                   1770025, 1770026, 1770027, 1770028, 1770029, 1770030, 1770031, 1770032, 1770033,
                   1770034, 1770035, 1770038, 1770041, 1771001, 1771002, 1771003, 1771004, 1771005,
                   1772001, 1772002, 1772003, 1772004, 1772005, 1772006, 1772025, 1772034},
        .doc = "https://open.feishu.cn/document/ukTMukTMukTM/uUDN04SN0QjL1QDN/document-docx/docx-v1/"
               "chat-announcement-block/batch_update",
    };

    /// Chat id.
    field::required<feishu::chat_id> chat_id;
    /// Document revision to operate on; -1 is the latest.
    field::number<std::int64_t, -1> revision_id = -1;
    /// Idempotency token: requests with the same token are applied at most once.
    std::optional<std::string> client_token{};
    /// Type of user ids in the request and the response.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// Updates to apply, at most one per block.
    field::list<model::block_update, 0, 200> requests{};

    struct response {
        std::vector<model::block> blocks;
        /// Document revision to operate on; -1 is the latest.
        std::int64_t revision_id = 0;
        /// Idempotency token: requests with the same token are applied at most once.
        std::string client_token;
    };
};
BOOST_DESCRIBE_STRUCT(batch_update, (), (chat_id, revision_id, client_token, user_id_type, requests))
BOOST_DESCRIBE_STRUCT(batch_update::response, (), (blocks, revision_id, client_token))

/// Gets a block of a group announcement.
struct get {
    static constexpr endpoint_spec spec{
        .id = "docx.v1.chat_announcement_block.get",
        .method = verb::get,
        .path = "/open-apis/docx/v1/chats/:chat_id/announcement/blocks/:block_id",
        .query = {"revision_id", "user_id_type"},
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:chat.announcement:read")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .errors = {1770001, 1770002, 1770032, 1771002, 1771003, 1771004, 1771005, 1771006, 1772001, 1772002,
                   1772003, 1772004, 1772006, 1772025, 1772034},
        .doc = "https://open.feishu.cn/document/ukTMukTMukTM/uUDN04SN0QjL1QDN/document-docx/docx-v1/"
               "chat-announcement-block/get",
    };

    /// Chat id.
    field::required<feishu::chat_id> chat_id;
    /// Block id; the chat id denotes the root block of the announcement.
    field::required<std::string> block_id;
    /// Document revision to operate on; -1 is the latest.
    field::number<std::int64_t, -1> revision_id = -1;
    /// Type of user ids in the request and the response.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;

    struct response {
        /// Block.
        model::block block;
    };
};
BOOST_DESCRIBE_STRUCT(get, (), (chat_id, block_id, revision_id, user_id_type))
BOOST_DESCRIBE_STRUCT(get::response, (), (block))

/// Lists all blocks of a group announcement.
struct list {
    static constexpr endpoint_spec spec{
        .id = "docx.v1.chat_announcement_block.list",
        .method = verb::get,
        .path = "/open-apis/docx/v1/chats/:chat_id/announcement/blocks",
        .query = {"page_size", "page_token", "revision_id", "user_id_type"},
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:chat.announcement:read")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .errors = {1770001, 1770002, 1770032, 1771001, 1771002, 1771003, 1771004, 1771005, 1772001, 1772002,
                   1772003, 1772004, 1772006, 1772025, 1772034},
        .doc = "https://open.feishu.cn/document/ukTMukTMukTM/uUDN04SN0QjL1QDN/document-docx/docx-v1/"
               "chat-announcement-block/list",
    };

    /// Chat id.
    field::required<feishu::chat_id> chat_id;
    /// Page size.
    field::number<int, std::numeric_limits<int>::lowest(), 500> page_size = 500;
    /// Page token from the previous response; omit for the first page.
    std::optional<std::string> page_token{};
    /// Document revision to operate on; -1 is the latest.
    field::number<std::int64_t, -1> revision_id = -1;
    /// Type of user ids in the request and the response.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;

    struct response {
        std::vector<model::block> items;
        /// Token of the next page.
        std::string page_token;
        /// Whether there are more pages.
        bool has_more = false;
    };
};
BOOST_DESCRIBE_STRUCT(list, (), (chat_id, page_size, page_token, revision_id, user_id_type))
BOOST_DESCRIBE_STRUCT(list::response, (), (items, page_token, has_more))

} // namespace feishu::docx::v1::chat_announcement_block
