// expect: describe the response: BOOST_DESCRIBE_STRUCT
#include <string>

#include <feishu/core/endpoint.hpp>

struct get_thing {
    static constexpr feishu::endpoint_spec spec{
        .id = "x.v1.thing.get", .path = "/open-apis/x/v1/things", .tokens = feishu::token::tenant};
    struct response {};
};
BOOST_DESCRIBE_STRUCT(get_thing, (), ())
#ifndef BAD
BOOST_DESCRIBE_STRUCT(get_thing::response, (), ())
#endif

static_assert(feishu::endpoint<get_thing>);
