// expect: this endpoint does not take a tenant_access_token: use client.as\(feishu::user_token\{
#include <feishu/api/im/v1/message.hpp>
#include <feishu/client.hpp>

struct search {
    static constexpr feishu::endpoint_spec spec{.id = "search.v2.message.create",
                                                .method = feishu::verb::post,
                                                .path = "/open-apis/search/v2/message",
                                                .tokens = feishu::token::user};
    std::string query;
    struct response {};
};
BOOST_DESCRIBE_STRUCT(search, (), (query))
BOOST_DESCRIBE_STRUCT(search::response, (), ())

void find(feishu::client const& client) {
#ifdef BAD
    static_cast<void>(client.call(search{.query = "x"}));
#else
    static_cast<void>(client.as(feishu::user_token{"u-1"}).call(search{.query = "x"}));
#endif
}
