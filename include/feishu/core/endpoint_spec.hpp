#pragma once
// endpoint_spec: the constants of an endpoint struct: method, path, query, tokens, scopes, rate limits.
//
//     static constexpr endpoint_spec spec{
//         .id = "im.v1.message.urgent_app", .method = verb::patch,
//         .path = "/open-apis/im/v1/messages/:message_id/urgent_app",
//         .query = {"user_id_type"}, .tokens = token::tenant, .scopes = {any_of("im:message.urgent")},
//         .rate = {.per_minute = 1000, .per_second = 50}};

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <boost/describe/enum.hpp>

#include <feishu/core/impl/static_list.hpp>

namespace feishu {

/// HTTP methods of the platform.
enum class verb : std::uint8_t { get, post, put, patch, delete_ };
BOOST_DESCRIBE_ENUM(verb, get, post, put, patch, delete_)

/// `verb::patch` as "PATCH".
constexpr std::string_view to_string(verb v) {
    constexpr std::string_view names[] = {"GET", "POST", "PUT", "PATCH", "DELETE"};
    return names[static_cast<std::size_t>(v)];
}

/// The kinds of access token that an endpoint accepts, as flags: `token::tenant | token::user`.
enum class token : std::uint8_t {
    none = 0,   ///< no Authorization header: token and login endpoints
    tenant = 1, ///< tenant_access_token: the app itself
    user = 2,   ///< user_access_token: the app on a user's behalf
    app = 4     ///< app_access_token: store apps, before they act for a tenant
};
constexpr token operator|(token a, token b) {
    return static_cast<token>(static_cast<std::uint8_t>(a) | static_cast<std::uint8_t>(b));
}
/// True when `set` contains `one`.
constexpr bool accepts(token set, token one) {
    return (static_cast<std::uint8_t>(set) & static_cast<std::uint8_t>(one)) != 0;
}

/// The kinds of app that may call an endpoint, as flags.
enum class app_type : std::uint8_t { custom = 1, store = 2, any = 3 };

/// The hosts of the platform that serve endpoints.
enum class host : std::uint8_t {
    api,     ///< open.feishu.cn, open.larksuite.com: `client_config::base_url`
    accounts ///< accounts.feishu.cn, accounts.larksuite.com: `client_config::accounts_url`
};

/// How the members of a request body are encoded. A member of type `upload` makes it multipart/form-data
/// instead, unless the format is `raw`.
enum class body_format : std::uint8_t {
    json,  ///< application/json: an object of the members
    form,  ///< application/x-www-form-urlencoded
    value, ///< application/json: the value of the only member, such as a list
    raw    ///< the text or file of the only member, of type `endpoint_spec::content_type`
};

/// Where the fields of a response are.
enum class envelope : std::uint8_t {
    data,     ///< {"code":0,"msg":"","data":{…}}
    flat,     ///< {"code":0,"msg":"",…}: a few old endpoints
    binary,   ///< the body is a file
    redirect, ///< no response: a page to open in a browser
    none,     ///< other APIs: the body is the object itself; a status other than 2xx is a failure
    value     ///< the same, where the body is the value of the only member, such as a list
};

/// Alternative scopes: any one of them suffices.
using scope_group = static_list<std::string_view, 12>;

/// `any_of("im:message", "im:message:send")`: any one of these suffices. A spec lists several groups if all
/// are required.
template <class... S>
constexpr scope_group any_of(S const&... scopes) {
    return scope_group{std::string_view(scopes)...};
}

/// Documented rate limit per app and tenant; 0 if not documented.
struct rate_limit {
    int per_minute = 0;   ///< requests per minute
    int per_second = 0;   ///< requests per second
    bool special = false; ///< the documentation gives a custom limit
    friend constexpr bool operator==(rate_limit const&, rate_limit const&) = default;
};

/// Maximum number of placeholders in a path.
inline constexpr std::size_t max_placeholders = 6;

/// The constants of one endpoint. See the file comment for the shape.
struct endpoint_spec {
    std::string_view id;                        ///< the platform's name: project.version.resource.method
    verb method = verb::get;                    ///< HTTP method
    feishu::host host = feishu::host::api;      ///< the host that serves it
    std::string_view path;                      ///< begins with /; `:name` is a path parameter
    static_list<std::string_view, 24> query{};  ///< members that go into the query string
    static_list<std::string_view, 8> headers{}; ///< members that are sent as header fields
    body_format body = body_format::json;       ///< encoding of the body, unless a member is an upload
    std::string_view content_type{};            ///< media type of a raw body
    token tokens = token::none;                 ///< accepted kinds of access token
    bool basic_auth = false; ///< the app authenticates by HTTP Basic: app_id as user, app_secret as password
    static_list<scope_group, 4> scopes{};      ///< all groups are required, one scope of each suffices
    static_list<scope_group, 4> user_scopes{}; ///< for calls with a user token; if empty, `scopes` apply
    static_list<std::string_view, 24> field_scopes{}; ///< scopes that reveal sensitive fields of the response
    rate_limit rate{};                                ///< documented rate limit
    feishu::envelope envelope = feishu::envelope::data; ///< where the fields of the response are
    app_type app_types = app_type::any;                 ///< kinds of app that may call it
    static_list<int, 64> errors{};                      ///< platform codes that the endpoint documents
    std::string_view doc{};                             ///< documentation page

    /// The scopes that a call with a token of this kind requires.
    constexpr static_list<scope_group, 4> const& scopes_for(token kind) const {
        return kind == token::user && !user_scopes.empty() ? user_scopes : scopes;
    }
};

} // namespace feishu
