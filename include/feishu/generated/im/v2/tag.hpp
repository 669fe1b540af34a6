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

reflect::member_list<"duplicate_id", &tag_fail_reason::duplicate_id> feishu_members(tag_fail_reason**);

/// Localized name of a tag.
struct tag_i18n_name {
    /// Language.
    open<feishu::locale> locale{};
    /// Name.
    std::optional<std::string> name{};
};

reflect::member_list<"locale, name", &tag_i18n_name::locale, &tag_i18n_name::name>
feishu_members(tag_i18n_name**);

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

reflect::member_list<"id, tag_type, name, i18n_names, create_time, update_time", &tag_info::id,
                     &tag_info::tag_type, &tag_info::name, &tag_info::i18n_names, &tag_info::create_time,
                     &tag_info::update_time>
feishu_members(tag_info**);

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

reflect::member_list<"ids", &get::ids> feishu_members(get**);
reflect::member_list<"tag_infos", &get::response::tag_infos> feishu_members(get::response**);

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

    struct response {
        /// Tag id.
        std::string id;
        /// Reason why the tag was not created.
        std::optional<feishu::im::v2::tag::tag_fail_reason> create_tag_fail_reason{};
    };
};

reflect::member_list<"tag_type, name, i18n_names", &create::new_tag::tag_type, &create::new_tag::name,
                     &create::new_tag::i18n_names>
feishu_members(create::new_tag**);
reflect::member_list<"create_tag", &create::create_tag> feishu_members(create**);
reflect::member_list<"id, create_tag_fail_reason", &create::response::id,
                     &create::response::create_tag_fail_reason>
feishu_members(create::response**);

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

    struct response {
        /// Tag after the change.
        feishu::im::v2::tag::tag_info tag_info;
        /// Reason why the tag was not updated.
        std::optional<feishu::im::v2::tag::tag_fail_reason> patch_tag_fail_reason{};
    };
};

reflect::member_list<"id, name, i18n_names", &patch::tag_changes::id, &patch::tag_changes::name,
                     &patch::tag_changes::i18n_names>
feishu_members(patch::tag_changes**);
reflect::member_list<"tag_id, patch_tag", &patch::tag_id, &patch::patch_tag> feishu_members(patch**);
reflect::member_list<"tag_info, patch_tag_fail_reason", &patch::response::tag_info,
                     &patch::response::patch_tag_fail_reason>
feishu_members(patch::response**);

} // namespace feishu::im::v2::tag
