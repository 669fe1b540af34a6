#pragma once
// Feishu docx v1: chat_announcement_block_children. Generated from codegen/specs/docx/v1/chat_announcement_block_children.json: edit that, then run codegen/run.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <feishu/generated/common.hpp>
#include <feishu/generated/docx/v1/models.hpp>

namespace feishu::docx::v1::chat_announcement_block_children {

/// Removes blocks from a chat's announcement.
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

    /// The chat.
    field::required<feishu::chat_id> chat_id;
    /// The block; the chat's id for the whole announcement.
    field::required<std::string> block_id;
    /// The version to work on; -1 is the newest.
    std::int64_t revision_id = -1;
    /// At most one change is made for the same token.
    std::optional<std::string> client_token{};
    /// The first to remove.
    field::required<field::number<int, 0>> start_index;
    /// The first not to remove.
    field::required<field::number<int, 1>> end_index;

    struct response {
        /// The version to work on; -1 is the newest.
        std::int64_t revision_id = 0;
        /// At most one change is made for the same token.
        std::string client_token;
    };
};
BOOST_DESCRIBE_STRUCT(batch_delete, (),
                      (chat_id, block_id, revision_id, client_token, start_index, end_index))
BOOST_DESCRIBE_STRUCT(batch_delete::response, (), (revision_id, client_token))

/// Lists the blocks below a block of a chat's announcement.
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

    /// The chat.
    field::required<feishu::chat_id> chat_id;
    /// The block; the chat's id for the whole announcement.
    field::required<std::string> block_id;
    /// The version to work on; -1 is the newest.
    std::int64_t revision_id = -1;
    /// Where to go on: from the answer before; left out on the first page.
    std::optional<std::string> page_token{};
    /// Entries a page.
    field::number<int, 1, 500> page_size = 500;
    /// Which kind of user id request and answer use.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;

    struct response {
        std::vector<model::block> items;
        /// Pass it to get the next page.
        std::string page_token;
        /// Whether there is another page.
        bool has_more = false;
    };
};
BOOST_DESCRIBE_STRUCT(get, (), (chat_id, block_id, revision_id, page_token, page_size, user_id_type))
BOOST_DESCRIBE_STRUCT(get::response, (), (items, page_token, has_more))

/// Adds blocks to a chat's announcement.
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

    /// The chat.
    field::required<feishu::chat_id> chat_id;
    /// The block; the chat's id for the whole announcement.
    field::required<std::string> block_id;
    /// The version to work on; -1 is the newest.
    std::int64_t revision_id = -1;
    /// At most one change is made for the same token.
    std::optional<std::string> client_token{};
    /// Which kind of user id request and answer use.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// The new blocks.
    field::list<model::block, 1, 50> children{};
    /// Where to put them; -1 is at the end.
    int index = -1;

    struct response {
        /// The new blocks, with their ids.
        std::vector<model::block> children;
        /// The version to work on; -1 is the newest.
        std::int64_t revision_id = 0;
        /// At most one change is made for the same token.
        std::string client_token;
    };
};
BOOST_DESCRIBE_STRUCT(create, (),
                      (chat_id, block_id, revision_id, client_token, user_id_type, children, index))
BOOST_DESCRIBE_STRUCT(create::response, (), (children, revision_id, client_token))

} // namespace feishu::docx::v1::chat_announcement_block_children
