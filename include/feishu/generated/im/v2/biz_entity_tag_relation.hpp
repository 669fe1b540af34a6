#pragma once
// Feishu im v2: biz_entity_tag_relation. Generated from codegen/specs/im/v2/biz_entity_tag_relation.json: edit that, then run codegen/run.

#include <optional>
#include <string>
#include <vector>

#include <feishu/generated/common.hpp>
#include <feishu/generated/im/v2/tag.hpp>

namespace feishu::im::v2::biz_entity_tag_relation {

/// Tag of an entity.
struct bound_tag {
    /// Tag.
    feishu::im::v2::tag::tag_info tag_info;
    /// Version of the binding.
    std::string bind_version;
};
BOOST_DESCRIBE_STRUCT(bound_tag, (), (tag_info, bind_version))

/// Gets the tags of an entity, such as a chat.
struct get {
    static constexpr endpoint_spec spec{
        .id = "im.v2.biz_entity_tag_relation.get",
        .method = verb::get,
        .path = "/open-apis/im/v2/biz_entity_tag_relation",
        .query = {"tag_biz_type", "biz_entity_id", "bot_id"},
        .tokens = token::tenant,
        .scopes = {any_of("im:biz_entity_tag_relation:read", "im:tag:read")},
        .rate = {.per_second = 5},
        .errors = {230001},
        .doc =
            "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/group/im-v2/biz_entity_tag_relation/get",
    };

    /// Type of the entity, such as chat.
    field::required<std::string> tag_biz_type;
    /// Id of the entity, such as a chat id.
    field::required<std::string> biz_entity_id;
    /// Bot id.
    std::optional<std::string> bot_id{};

    struct response {
        /// Tags of the entity.
        std::vector<feishu::im::v2::biz_entity_tag_relation::bound_tag> tag_info_with_bind_versions;
    };
};
BOOST_DESCRIBE_STRUCT(get, (), (tag_biz_type, biz_entity_id, bot_id))
BOOST_DESCRIBE_STRUCT(get::response, (), (tag_info_with_bind_versions))

/// Adds tags to an entity, such as a chat.
struct create {
    static constexpr endpoint_spec spec{
        .id = "im.v2.biz_entity_tag_relation.create",
        .method = verb::post,
        .path = "/open-apis/im/v2/biz_entity_tag_relation",
        .tokens = token::tenant,
        .scopes = {any_of("im:biz_entity_tag_relation:write")},
        .rate = {.per_second = 5},
        .errors = {230001},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/group/im-v2/biz_entity_tag_relation/"
               "create",
    };

    /// Type of the entity, such as chat.
    field::required<std::string> tag_biz_type;
    /// Id of the entity, such as a chat id.
    field::required<std::string> biz_entity_id;
    /// Tag ids.
    field::list<std::string, 0, 40> tag_ids{};
    /// Bot id.
    std::optional<std::string> bot_id{};

    struct response {};
};
BOOST_DESCRIBE_STRUCT(create, (), (tag_biz_type, biz_entity_id, tag_ids, bot_id))
BOOST_DESCRIBE_STRUCT(create::response, (), ())

/// Removes tags from an entity, such as a chat.
struct update {
    static constexpr endpoint_spec spec{
        .id = "im.v2.biz_entity_tag_relation.update",
        .method = verb::put,
        .path = "/open-apis/im/v2/biz_entity_tag_relation",
        .tokens = token::tenant,
        .scopes = {any_of("im:biz_entity_tag_relation:write")},
        .rate = {.per_second = 5},
        .errors = {230001},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/group/im-v2/biz_entity_tag_relation/"
               "update",
    };

    /// Type of the entity, such as chat.
    field::required<std::string> tag_biz_type;
    /// Id of the entity, such as a chat id.
    field::required<std::string> biz_entity_id;
    /// Tag ids.
    field::list<std::string, 0, 40> tag_ids{};
    /// Bot id.
    std::optional<std::string> bot_id{};

    struct response {};
};
BOOST_DESCRIBE_STRUCT(update, (), (tag_biz_type, biz_entity_id, tag_ids, bot_id))
BOOST_DESCRIBE_STRUCT(update::response, (), ())

} // namespace feishu::im::v2::biz_entity_tag_relation
