#include <feishu/core/error.hpp>

#include <memory>
#include <string>
#include <utility>

#include <boost/test/unit_test.hpp>

namespace {

using feishu::error;
using feishu::result;

error refused() { return error{.kind = feishu::error_kind::api, .code = 230002, .message = "bot not in chat"}; }

BOOST_AUTO_TEST_SUITE(core_result)

BOOST_AUTO_TEST_CASE(it_holds_a_value_or_an_error) {
    result<std::string> const value = "text";
    result<std::string> const failed = refused();
    BOOST_TEST(value.has_value());
    BOOST_TEST(*value == "text");
    BOOST_TEST(value->size() == 4u);
    BOOST_TEST(!failed);
    BOOST_TEST(failed.has_error());
    BOOST_TEST(failed.error().code == 230002);
}

BOOST_AUTO_TEST_CASE(access_to_a_value_that_is_not_there_throws_the_error) {
    result<std::string> failed = refused();
    result<void> const nothing = refused();
    auto const is_refused = [](feishu::exception const& thrown) { return thrown.error().code == 230002; };
    BOOST_CHECK_EXCEPTION(failed.value(), feishu::exception, is_refused);
    BOOST_CHECK_EXCEPTION(*failed, feishu::exception, is_refused);
    BOOST_CHECK_EXCEPTION(failed->size(), feishu::exception, is_refused);
    BOOST_CHECK_EXCEPTION(nothing.value(), feishu::exception, is_refused);
}

BOOST_AUTO_TEST_CASE(the_error_of_a_value_has_no_content) {
    BOOST_TEST(result<int>(1).error().message.empty());
    BOOST_TEST(result<void>().error().message.empty());
}

BOOST_AUTO_TEST_CASE(copies_are_independent) {
    result<std::string> const failed = refused();
    auto copy = failed;
    copy = std::string("text");
    BOOST_TEST(*copy == "text");
    BOOST_TEST(failed.error().message == "bot not in chat");
    auto const again = failed;
    copy = again;
    BOOST_TEST(copy.error().code == 230002);
    BOOST_TEST(again.error().code == 230002);
}

BOOST_AUTO_TEST_CASE(what_an_error_was_moved_from_still_has_one) {
    result<std::string> from = refused();
    auto const to = std::move(from);
    BOOST_TEST(to.error().code == 230002);
    BOOST_TEST(from.has_error()); // NOLINT: this is the test
    BOOST_TEST(from.error().message.empty());
    from = std::string("text");
    BOOST_TEST(*from == "text");
}

BOOST_AUTO_TEST_CASE(values_that_cannot_be_copied_are_moved) {
    result<std::unique_ptr<int>> from = std::make_unique<int>(7);
    auto to = std::move(from);
    BOOST_TEST(**to == 7);
    auto const taken = std::move(to).value();
    BOOST_TEST(*taken == 7);
    static_assert(!std::is_copy_constructible_v<result<std::unique_ptr<int>>>);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
