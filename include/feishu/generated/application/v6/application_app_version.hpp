#pragma once
// Feishu application v6: application_app_version. Generated from codegen/specs/application/v6/application_app_version.json: edit that, then run codegen/run.

#include <optional>
#include <string>
#include <vector>

#include <feishu/generated/application/v6/models.hpp>
#include <feishu/generated/common.hpp>

namespace feishu::application::v6::application_app_version {

/// Lists the versions of an app.
struct list {
    static constexpr endpoint_spec spec{
        .id = "application.v6.application_app_version.list",
        .method = verb::get,
        .path = "/open-apis/application/v6/applications/:app_id/app_versions",
        .query = {"lang", "page_size", "page_token", "order", "user_id_type"},
        .tokens = token::tenant,
        .scopes = {any_of("application:application:self_manage",
                          "application:application.app_version:readonly")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .rate = {.per_minute = 100},
        .errors = {210500, 210501, 210503, 210504, 210505, 210506, 210508, 210514},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/application-v6/application-app_version/"
               "list",
    };

    /// App id; me for the calling app.
    field::required<feishu::app_id> app_id;
    /// Language of the app information.
    field::required<open<v6::app_language>> lang;
    /// Page size.
    field::number<int, 1, 50> page_size = 20;
    /// Page token from the previous response; omit for the first page.
    std::optional<std::string> page_token{};
    /// Sort order by creation time: 0 descending, 1 ascending.
    int order = 0;
    /// Type of user ids in the response.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;

    struct response {
        /// Versions.
        std::vector<model::application_version> items;
        /// Token of the next page.
        std::string page_token;
        /// Whether there are more pages.
        bool has_more = false;
    };
};
BOOST_DESCRIBE_STRUCT(list, (), (app_id, lang, page_size, page_token, order, user_id_type))
BOOST_DESCRIBE_STRUCT(list::response, (), (items, page_token, has_more))

/// Gets a version of an app.
struct get {
    static constexpr endpoint_spec spec{
        .id = "application.v6.application_app_version.get",
        .method = verb::get,
        .path = "/open-apis/application/v6/applications/:app_id/app_versions/:version_id",
        .query = {"lang", "user_id_type"},
        .tokens = token::tenant,
        .scopes = {any_of("application:application:self_manage",
                          "application:application.app_version:readonly")},
        .field_scopes = {"contact:user.employee_id:readonly"},
        .rate = {.per_minute = 100},
        .errors = {210503, 210504, 210505, 210506, 210508, 211002, 211003},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/application-v6/application-app_version/"
               "get",
    };

    /// App id; me for the calling app.
    field::required<feishu::app_id> app_id;
    /// Version id.
    field::required<std::string> version_id;
    /// Language of the app information.
    field::required<open<v6::app_language>> lang;
    /// Type of user ids in the response.
    open<feishu::user_id_type> user_id_type = feishu::user_id_type::open_id;

    struct response {
        /// Version.
        model::application_version app_version;
    };
};
BOOST_DESCRIBE_STRUCT(get, (), (app_id, version_id, lang, user_id_type))
BOOST_DESCRIBE_STRUCT(get::response, (), (app_version))

} // namespace feishu::application::v6::application_app_version
