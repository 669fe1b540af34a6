// expect: describe the endpoint's members: BOOST_DESCRIBE_STRUCT
#include <string>

#include <feishu/core/endpoint.hpp>

struct get_thing {
    static constexpr feishu::endpoint_spec spec{
        .id = "x.v1.thing.get", .path = "/open-apis/x/v1/things", .tokens = feishu::token::tenant};
    struct response {};
};
#ifndef BAD
BOOST_DESCRIBE_STRUCT(get_thing, (), ())
#endif
BOOST_DESCRIBE_STRUCT(get_thing::response, (), ())

static_assert(feishu::endpoint<get_thing>);
