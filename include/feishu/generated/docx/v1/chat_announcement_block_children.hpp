#pragma once
// Feishu docx v1: chat_announcement_block_children. Generated from codegen/specs/docx/v1/chat_announcement_block_children.json: edit that, then run codegen/run.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <feishu/generated/common.hpp>
#include <feishu/generated/docx/v1/models.hpp>

namespace feishu::docx::v1::chat_announcement_block_children {

/// Deletes a range of child blocks in a group announcement.
struct batch_delete {
    static constexpr endpoint_spec spec{
        .id = "docx.v1.chat_announcement_block_children.batch_delete",
        .method = verb::delete_,
        .path = "/open-apis/docx/v1/chats/:chat_id/announcement/blocks/:block_id/children/batch_delete",
        .query = {"revision_id", "client_token"},
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:chat.announcement:write_only")},
        .rate = {.per_second = 5},
        .errors = {1770001, 1770002, 1770003, 1770004, 1770005, 1770006, 1770007, 1770008, 1770010,
                   1770011, 1770012, 1770013, 1770014, 1770015, 1770019, 1770020, 1770021, 1770024,
                   1770025, 1770026, 1770027, 1770028, 1770029, 1770030, 1770031, 1770032, 1770033,
                   1770034, 1770035, 1770038, 1770041, 1771001, 1771002, 1771003, 1771004, 1771005,
                   1772001, 1772002, 1772003, 1772004, 1772005, 1772006, 1772025, 1772034},
        .doc = "https://open.feishu.cn/document/ukTMukTMukTM/uUDN04SN0QjL1QDN/document-docx/docx-v1/"
               "chat-announcement-block-children/batch_delete",
    };

    /// Chat id.
    field::required<feishu::chat_id> chat_id;
    /// Block id; the chat id denotes the root block of the announcement.
    field::required<std::string> block_id;
    /// Document revision to operate on; -1 is the latest.
    field::number<std::int64_t, -1> revision_id = -1;
    /// Idempotency token: requests with the same token are applied at most once.
    std::optional<std::string> client_token{};
    /// Start index (inclusive).
    field::required<field::number<int, 0>> start_index;
    /// End index (exclusive).
    field::required<field::number<int, 1>> end_index;

    struct response {
        /// Document revision to operate on; -1 is the latest.
        std::int64_t revision_id = 0;
        /// Idempotency token: requests with the same token are applied at most once.
        std::string client_token;
    };
};
BOOST_DESCRIBE_STRUCT(batch_delete, (),
                      (chat_id, block_id, revision_id, client_token, start_index, end_index))
BOOST_DESCRIBE_STRUCT(batch_delete::response, (), (revision_id, client_token))

/// Lists the child blocks of a block in a group announcement.
struct get {
    static constexpr endpoint_spec spec{
        .id = "docx.v1.chat_announcement_block_children.get",
        .method = verb::get,
        .path = "/open-apis/docx/v1/chats/:chat_id/announcement/blocks/:block_id/children",
        .query = {"revision_id", "page_token", "page_size", "user_id_type"},
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:chat.announcement:read")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .errors = {1770001, 1770002, 1770032, 1771001, 1771002, 1771003, 1771004, 1771005, 1772001, 1772002,
                   1772003, 1772004, 1772006, 1772025, 1772034},
        .doc = "https://open.feishu.cn/document/ukTMukTMukTM/uUDN04SN0QjL1QDN/document-docx/docx-v1/"
               "chat-announcement-block-children/get",
    };

    /// Chat id.
    field::required<feishu::chat_id> chat_id;
    /// Block id; the chat id denotes the root block of the announcement.
    field::required<std::string> block_id;
    /// Document revision to operate on; -1 is the latest.
    field::number<std::int64_t, -1> revision_id = -1;
    /// Page token from the previous response; omit for the first page.
    std::optional<std::string> page_token{};
    /// Page size.
    field::number<int, 1, 500> page_size = 500;
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
BOOST_DESCRIBE_STRUCT(get, (), (chat_id, block_id, revision_id, page_token, page_size, user_id_type))
BOOST_DESCRIBE_STRUCT(get::response, (), (items, page_token, has_more))

/// Creates child blocks in a group announcement.
struct create {
    static constexpr endpoint_spec spec{
        .id = "docx.v1.chat_announcement_block_children.create",
        .method = verb::post,
        .path = "/open-apis/docx/v1/chats/:chat_id/announcement/blocks/:block_id/children",
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
               "chat-announcement-block-children/create",
    };

    /// Chat id.
    field::required<feishu::chat_id> chat_id;
    /// Block id; the chat id denotes the root block of the announcement.
    field::required<std::string> block_id;
    /// Document revision to operate on; -1 is the latest.
    field::number<std::int64_t, -1> revision_id = -1;
    /// Idempotency token: requests with the same token are applied at most once.
    std::optional<std::string> client_token{};
    /// Type of user ids in the request and the response.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// Blocks to create.
    field::list<model::block, 1, 50> children{};
    /// Index at which to insert the blocks; -1 appends. Default: -1.
    std::optional<field::number<int, -1>> index{};

    struct response {
        /// Created blocks with their ids.
        std::vector<model::block> children;
        /// Document revision to operate on; -1 is the latest.
        std::int64_t revision_id = 0;
        /// Idempotency token: requests with the same token are applied at most once.
        std::string client_token;
    };
};
BOOST_DESCRIBE_STRUCT(create, (),
                      (chat_id, block_id, revision_id, client_token, user_id_type, children, index))
BOOST_DESCRIBE_STRUCT(create::response, (), (children, revision_id, client_token))

} // namespace feishu::docx::v1::chat_announcement_block_children
