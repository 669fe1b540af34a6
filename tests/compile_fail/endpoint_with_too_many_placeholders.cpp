// expect: an endpoint's path has at most 6 :placeholders
#include <string>

#include <feishu/core/endpoint.hpp>

struct get_thing {
    static constexpr feishu::endpoint_spec spec{.id = "x.v1.thing.get",
#ifdef BAD
                                                .path = "/open-apis/x/v1/:a/:b/:c/:d/:e/:f/:g",
#else
                                                .path = "/open-apis/x/v1/:a/:b/:c/:d/:e/:f/g",
#endif
                                                .tokens = feishu::token::tenant};
    std::string a{}, b{}, c{}, d{}, e{}, f{}, g{};
    struct response {};
};
BOOST_DESCRIBE_STRUCT(get_thing, (), (a, b, c, d, e, f, g))
BOOST_DESCRIBE_STRUCT(get_thing::response, (), ())

static_assert(feishu::endpoint<get_thing>);
