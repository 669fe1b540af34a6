#pragma once
// Feishu im v2: tag. Generated from codegen/specs/im/v2/tag.json: edit that, then run codegen/run.

#include <optional>
#include <string>
#include <vector>

#include <feishu/generated/common.hpp>

namespace feishu::im::v2::tag {

/// Reason why a tag was not written.
struct tag_fail_reason {
    /// Id of the existing tag of the same name.
    std::string duplicate_id;
};
BOOST_DESCRIBE_STRUCT(tag_fail_reason, (), (duplicate_id))

/// Localized name of a tag.
struct tag_i18n_name {
    /// Language.
    open<feishu::locale> locale{};
    /// Name.
    std::optional<std::string> name{};
};
BOOST_DESCRIBE_STRUCT(tag_i18n_name, (), (locale, name))

/// Tag.
struct tag_info {
    /// Tag id.
    std::string id;
    /// Tag type.
    std::string tag_type;
    /// Name.
    std::string name;
    /// Localized names.
    std::vector<feishu::im::v2::tag::tag_i18n_name> i18n_names;
    /// Creation time.
    std::string create_time;
    /// Time of the last change.
    std::string update_time;
};
BOOST_DESCRIBE_STRUCT(tag_info, (), (id, tag_type, name, i18n_names, create_time, update_time))

/// Gets tags.
struct get {
    static constexpr endpoint_spec spec{
        .id = "im.v2.tags.get",
        .method = verb::get,
        .path = "/open-apis/im/v2/tags",
        .query = {"ids"},
        .tokens = token::tenant,
        .scopes = {any_of("im:tag:read")},
        .rate = {.per_second = 5},
        .errors = {230001},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/group/im-v2/tag/list",
    };

    /// Tag ids.
    field::required<field::list<std::string, 0, 40>> ids;

    struct response {
        /// Tags.
        std::vector<feishu::im::v2::tag::tag_info> tag_infos;
    };
};
BOOST_DESCRIBE_STRUCT(get, (), (ids))
BOOST_DESCRIBE_STRUCT(get::response, (), (tag_infos))

/// Creates a tag.
struct create {
    static constexpr endpoint_spec spec{
        .id = "im.v2.tag.create",
        .method = verb::post,
        .path = "/open-apis/im/v2/tags",
        .tokens = token::tenant,
        .scopes = {any_of("im:tag:write")},
        .rate = {.per_second = 5},
        .errors = {230001},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/group/im-v2/tag/create",
    };

    /// Tag to create.
    struct new_tag {
        /// Tag type, such as tenant.
        field::required<std::string> tag_type;
        /// Name.
        field::required<std::string> name;
        /// Localized names.
        field::list<feishu::im::v2::tag::tag_i18n_name, 0, 40> i18n_names{};
    };

    /// Tag to create.
    field::required<new_tag> create_tag;
    /// Bot id.
    std::optional<std::string> bot_id{};

    struct response {
        /// Tag id.
        std::string id;
        /// Reason why the tag was not created.
        std::optional<feishu::im::v2::tag::tag_fail_reason> create_tag_fail_reason{};
    };
};
BOOST_DESCRIBE_STRUCT(create::new_tag, (), (tag_type, name, i18n_names))
BOOST_DESCRIBE_STRUCT(create, (), (create_tag, bot_id))
BOOST_DESCRIBE_STRUCT(create::response, (), (id, create_tag_fail_reason))

/// Updates a tag.
struct patch {
    static constexpr endpoint_spec spec{
        .id = "im.v2.tag.patch",
        .method = verb::patch,
        .path = "/open-apis/im/v2/tags/:tag_id",
        .tokens = token::tenant,
        .scopes = {any_of("im:tag:write")},
        .rate = {.per_second = 5},
        .errors = {230001},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/group/im-v2/tag/patch",
    };

    /// Changes.
    struct tag_changes {
        /// Tag id.
        std::optional<std::string> id{};
        /// New name.
        std::optional<std::string> name{};
        /// New localized names.
        field::list<feishu::im::v2::tag::tag_i18n_name, 0, 40> i18n_names{};
    };

    /// Tag id.
    field::required<std::string> tag_id;
    /// Changes.
    std::optional<tag_changes> patch_tag{};
    /// Bot id.
    std::optional<std::string> bot_id{};

    struct response {
        /// Tag after the change.
        feishu::im::v2::tag::tag_info tag_info;
        /// Reason why the tag was not updated.
        std::optional<feishu::im::v2::tag::tag_fail_reason> patch_tag_fail_reason{};
    };
};
BOOST_DESCRIBE_STRUCT(patch::tag_changes, (), (id, name, i18n_names))
BOOST_DESCRIBE_STRUCT(patch, (), (tag_id, patch_tag, bot_id))
BOOST_DESCRIBE_STRUCT(patch::response, (), (tag_info, patch_tag_fail_reason))

} // namespace feishu::im::v2::tag
