// expect: every :placeholder of the path must be a described member
#include <string>

#include <feishu/core/endpoint.hpp>

struct get_thing {
    static constexpr feishu::endpoint_spec spec{.id = "x.v1.thing.get",
#ifdef BAD
                                                .path = "/open-apis/x/v1/things/:thing",
#else
                                                .path = "/open-apis/x/v1/things/:thing_id",
#endif
                                                .tokens = feishu::token::tenant};
    feishu::field::required<std::string> thing_id;
    struct response {};
};
BOOST_DESCRIBE_STRUCT(get_thing, (), (thing_id))
BOOST_DESCRIBE_STRUCT(get_thing::response, (), ())

static_assert(feishu::endpoint<get_thing>);
