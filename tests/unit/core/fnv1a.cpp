#include <feishu/core/impl/fnv1a.hpp>

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(fnv1a)

BOOST_AUTO_TEST_CASE(has_the_values_of_its_reference) {
    using feishu::detail::fnv1a;
    BOOST_TEST(fnv1a("") == 0xcbf29ce484222325u);
    BOOST_TEST(fnv1a("a") == 0xaf63dc4c8601ec8cu);
    BOOST_TEST(fnv1a("foobar") == 0x85944171f73967e8u);
    static_assert(fnv1a("\xFF") == 0xaf64724c8602eb6e);
}

BOOST_AUTO_TEST_SUITE_END()
