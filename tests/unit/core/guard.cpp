// Callbacks that throw.

#include <stdexcept>

#include <boost/test/unit_test.hpp>

#include <feishu/core/impl/guard.hpp>

using feishu::detail::guard;

BOOST_AUTO_TEST_SUITE(guards)

BOOST_AUTO_TEST_CASE(a_callback_that_returns_leaves_no_text) {
    bool called = false;
    BOOST_TEST(!guard([&] { called = true; }).has_value());
    BOOST_TEST(called);
}

BOOST_AUTO_TEST_CASE(what_a_callback_throws_becomes_text) {
    BOOST_TEST(guard([] { throw std::runtime_error("out of luck"); }).value() == "out of luck");
}

BOOST_AUTO_TEST_CASE(what_is_not_derived_from_std_exception_is_an_unknown_exception) {
    BOOST_TEST(guard([] { throw 7; }).value() == "unknown exception");
    BOOST_TEST(guard([] { throw "words"; }).value() == "unknown exception");
}

BOOST_AUTO_TEST_SUITE_END()
