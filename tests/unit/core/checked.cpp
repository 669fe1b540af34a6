// Built only where std::string works at compile time.
#include <feishu/core/checked.hpp>

#include <string>

#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/message.hpp>
#include <feishu/core/constraints.hpp>

namespace {

namespace im = feishu::im::v1;

BOOST_AUTO_TEST_SUITE(checked)

BOOST_AUTO_TEST_CASE(a_request_that_breaks_no_rule_comes_back_as_it_was_made) {
    auto const request = feishu::checked<[] {
        return im::message::urgent_app{.message_id = "om_1", .user_id_list = {"ou_1", "ou_2"}};
    }>();
    BOOST_TEST(*request.message_id == "om_1");
    BOOST_TEST(request.user_id_list->size() == 2u);
}

BOOST_AUTO_TEST_CASE(rules_across_fields_are_checked_at_compile_time_too) {
    auto const request = feishu::checked<[] {
        return im::message::create{.receive_id_type = im::receive_id_type::chat_id,
                                   .receive_id = "oc_1",
                                   .content = R"({"text":"hi"})",
                                   .msg_type = im::msg_type::text};
    }>();
    BOOST_TEST(*request.receive_id == "oc_1");
}

struct coded {
    feishu::field::pattern<"^[A-Z]{2}$"> code{};
};
BOOST_DESCRIBE_STRUCT(coded, (), (code))

BOOST_AUTO_TEST_CASE(patterns_are_matched_at_compile_time_too) {
    static_assert(feishu::check(coded{.code = "CN"}).empty());
    static_assert(!feishu::check(coded{.code = "cn"}).empty());
    BOOST_TEST(true);
}

BOOST_AUTO_TEST_CASE(the_message_for_the_compiler_names_field_and_rule) {
    constexpr auto problem = feishu::detail::first_problem<[] {
        return im::message::get{.message_id = ""};
    }>();
    BOOST_TEST(std::string(problem.text, problem.size) == "message_id must not be empty");
}

BOOST_AUTO_TEST_CASE(an_overlong_message_for_the_compiler_is_cut) {
    feishu::detail::problem_text text;
    text.append(std::string(1000, 'x'));
    BOOST_TEST(text.size == sizeof text.text);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
