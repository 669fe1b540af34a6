// expect: an endpoint's path begins with /
#include <string>

#include <feishu/core/endpoint.hpp>

struct get_thing {
    static constexpr feishu::endpoint_spec spec{.id = "x.v1.thing.get",
#ifdef BAD
                                                .path = "things",
#else
                                                .path = "/things",
#endif
                                                .tokens = feishu::token::tenant};
    struct response {};
};
BOOST_DESCRIBE_STRUCT(get_thing, (), ())
BOOST_DESCRIBE_STRUCT(get_thing::response, (), ())

static_assert(feishu::endpoint<get_thing>);
