// expect: every name in spec.query must be a described member
#include <string>

#include <feishu/core/endpoint.hpp>

struct get_thing {
    static constexpr feishu::endpoint_spec spec{.id = "x.v1.thing.get",
                                                .path = "/open-apis/x/v1/things",
#ifdef BAD
                                                .query = {"page_sise"},
#else
                                                .query = {"page_size"},
#endif
                                                .tokens = feishu::token::tenant};
    int page_size = 20;
    struct response {};
};
BOOST_DESCRIBE_STRUCT(get_thing, (), (page_size))
BOOST_DESCRIBE_STRUCT(get_thing::response, (), ())

static_assert(feishu::endpoint<get_thing>);
