// expect: an endpoint needs an id, project.version.resource.method
// flags: -Wno-missing-field-initializers
#include <string>

#include <feishu/core/endpoint.hpp>

struct get_thing {
    static constexpr feishu::endpoint_spec spec{
#ifndef BAD
        .id = "x.v1.thing.get",
#endif
        .path = "/open-apis/x/v1/things",
        .tokens = feishu::token::tenant};
    struct response {};
};
BOOST_DESCRIBE_STRUCT(get_thing, (), ())
BOOST_DESCRIBE_STRUCT(get_thing::response, (), ())

static_assert(feishu::endpoint<get_thing>);
