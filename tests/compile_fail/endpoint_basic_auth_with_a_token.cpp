// expect: spec.basic_auth and spec.tokens exclude each other
#include <string>

#include <feishu/core/endpoint.hpp>

struct get_thing {
    static constexpr feishu::endpoint_spec spec{.id = "x.v1.thing.get",
                                                .path = "/open-apis/x/v1/things",
#ifdef BAD
                                                .tokens = feishu::token::tenant,
#endif
                                                .basic_auth = true};
    struct response {};
};
BOOST_DESCRIBE_STRUCT(get_thing, (), ())
BOOST_DESCRIBE_STRUCT(get_thing::response, (), ())

static_assert(feishu::endpoint<get_thing>);
