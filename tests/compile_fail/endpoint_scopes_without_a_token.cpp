// expect: scopes belong to a token: give spec.tokens at least one token type
#include <string>

#include <feishu/core/endpoint.hpp>

struct get_thing {
    static constexpr feishu::endpoint_spec spec{.id = "x.v1.thing.get",
                                                .path = "/open-apis/x/v1/things",
#ifndef BAD
                                                .tokens = feishu::token::tenant,
#endif
                                                .scopes = {feishu::any_of("x:read")}};
    struct response {};
};
BOOST_DESCRIBE_STRUCT(get_thing, (), ())
BOOST_DESCRIBE_STRUCT(get_thing::response, (), ())

static_assert(feishu::endpoint<get_thing>);
