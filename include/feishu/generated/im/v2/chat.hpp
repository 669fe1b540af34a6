#pragma once
// Feishu im v2: chat. Generated from codegen/specs/im/v2/chat.json: edit that, then run codegen/run.

#include <optional>
#include <string>
#include <vector>

#include <feishu/generated/common.hpp>

namespace feishu::im::v2::chat {

/// Groups to search.
enum class chat_search_type { private_, external, public_joined, public_not_joined };
BOOST_DESCRIBE_ENUM(chat_search_type, private_, external, public_joined, public_not_joined)

/// Sort order of a group search.
enum class chat_sorter { create_time_desc, update_time_desc, member_count_desc };
BOOST_DESCRIBE_ENUM(chat_sorter, create_time_desc, update_time_desc, member_count_desc)

/// Chat status.
enum class found_chat_status { normal, dissolved, dissolved_save };
BOOST_DESCRIBE_ENUM(found_chat_status, normal, dissolved, dissolved_save)

/// Chat mode of a search.
enum class searched_chat_mode { default_, thread };
BOOST_DESCRIBE_ENUM(searched_chat_mode, default_, thread)

/// Conditions of a group search.
struct chat_filter {
    /// Groups to search.
    field::list<open<feishu::im::v2::chat::chat_search_type>, 0, 4> search_types{};
    /// Only groups with these members; user ids of the type given by user_id_type.
    field::list<std::string, 0, 500> member_ids{};
    /// Only groups that the caller owns or manages.
    std::optional<bool> is_manager{};
    /// Whether member names are not matched.
    std::optional<bool> disable_search_by_user{};
    /// Only groups of these modes.
    field::list<open<feishu::im::v2::chat::searched_chat_mode>, 0, 2> chat_modes{};
};
BOOST_DESCRIBE_STRUCT(chat_filter, (),
                      (search_types, member_ids, is_manager, disable_search_by_user, chat_modes))

/// Properties of a group that was found.
struct chat_meta {
    /// Chat id.
    feishu::chat_id chat_id;
    /// Creation time, ISO 8601.
    std::string create_time;
    /// Time of the last change, ISO 8601.
    std::string update_time;
    /// Whether the group is external.
    bool external = false;
    /// Chat mode.
    std::string chat_mode;
    /// Description.
    std::string description;
    /// Avatar URL.
    std::string avatar;
    /// Chat name.
    std::string name;
    /// Id of the owner.
    std::string owner_id;
    /// Type of owner_id.
    std::string owner_id_type;
    /// Key of the tenant.
    feishu::tenant_key tenant_key;
    /// Status.
    open<feishu::im::v2::chat::found_chat_status> chat_status;
};
BOOST_DESCRIBE_STRUCT(chat_meta, (),
                      (chat_id, create_time, update_time, external, chat_mode, description, avatar, name,
                       owner_id, owner_id_type, tenant_key, chat_status))

/// A search result.
struct search_item {
    /// Id of the result.
    std::string id;
    /// Display text; matches are marked with <h></h>.
    std::string display_info;
    /// Properties of the group.
    feishu::im::v2::chat::chat_meta meta_data;
};
BOOST_DESCRIBE_STRUCT(search_item, (), (id, display_info, meta_data))

/// Searches for groups that are visible to the caller. At least one of query and member_ids is needed.
struct search {
    static constexpr endpoint_spec spec{
        .id = "im.v2.chat.search",
        .method = verb::post,
        .path = "/open-apis/im/v2/chats/search",
        .query = {"page_size", "page_token", "user_id_type"},
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:chat:read")},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/group/im-v2/chat/search",
    };

    /// Page size.
    field::number<int, 1, 100> page_size = 20;
    /// Page token from the previous response; omit for the first page.
    std::optional<std::string> page_token{};
    /// Type of user ids in the request and the response.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;
    /// Search keyword.
    std::optional<field::text<0, 50>> query{};
    /// Search conditions.
    std::optional<feishu::im::v2::chat::chat_filter> filter{};
    /// Sort order.
    open<feishu::im::v2::chat::chat_sorter> sorter{};

    struct response {
        /// Search results.
        std::vector<feishu::im::v2::chat::search_item> items;
        /// Number of results.
        int total = 0;
        /// Notice about the results.
        std::string notice;
        /// Token of the next page.
        std::string page_token;
        /// Whether there are more pages.
        bool has_more = false;
    };
};
BOOST_DESCRIBE_STRUCT(search, (), (page_size, page_token, user_id_type, query, filter, sorter))
BOOST_DESCRIBE_STRUCT(search::response, (), (items, total, notice, page_token, has_more))

} // namespace feishu::im::v2::chat
