#include <feishu/core/ids.hpp>

#include <concepts>
#include <sstream>
#include <string>
#include <type_traits>
#include <unordered_set>

#include <boost/test/unit_test.hpp>

namespace {

using feishu::chat_id;
using feishu::message_id;

BOOST_AUTO_TEST_SUITE(ids)

BOOST_AUTO_TEST_CASE(an_id_is_made_from_every_kind_of_string) {
    std::string const text = "oc_1";
    BOOST_TEST(chat_id("oc_1") == text);
    BOOST_TEST(chat_id(text) == text);
    BOOST_TEST(chat_id(std::string_view(text)) == text);
}

BOOST_AUTO_TEST_CASE(an_id_converts_implicitly_from_strings) {
    static_assert(std::convertible_to<char const*, chat_id>);
    static_assert(std::convertible_to<std::string, chat_id>);
    static_assert(std::convertible_to<std::string_view, chat_id>);
    BOOST_TEST(true);
}

BOOST_AUTO_TEST_CASE(one_kind_of_id_does_not_convert_to_another) {
    static_assert(!std::convertible_to<message_id, chat_id>);
    static_assert(!std::constructible_from<chat_id, message_id>);
    static_assert(!std::is_assignable_v<chat_id&, message_id>);
    BOOST_TEST(true);
}

BOOST_AUTO_TEST_CASE(ids_of_different_kinds_are_not_compared) {
    static_assert(!std::equality_comparable_with<message_id, chat_id>);
    BOOST_TEST(true);
}

BOOST_AUTO_TEST_CASE(an_id_is_readable_as_a_string) {
    chat_id const id("oc_1");
    std::string const& text = id;
    std::string_view const view = id;
    BOOST_TEST(text == "oc_1");
    BOOST_TEST(view == "oc_1");
}

BOOST_AUTO_TEST_CASE(an_id_is_empty_by_default) {
    BOOST_TEST(chat_id().empty());
    BOOST_TEST(!chat_id("oc_1").empty());
}

BOOST_AUTO_TEST_CASE(ids_are_ordered_as_their_text) {
    BOOST_TEST((chat_id("oc_1") < chat_id("oc_2")));
    BOOST_TEST((chat_id("oc_1") == chat_id("oc_1")));
    BOOST_TEST((chat_id("oc_1") != chat_id("oc_2")));
}

BOOST_AUTO_TEST_CASE(an_id_streams_as_its_text) {
    std::ostringstream out;
    out << chat_id("oc_1");
    BOOST_TEST(out.str() == "oc_1");
}

BOOST_AUTO_TEST_CASE(ids_are_keys_of_unordered_containers) {
    std::unordered_set<chat_id> const set{"oc_1", "oc_2", "oc_1"};
    BOOST_TEST(set.size() == 2u);
    BOOST_TEST(set.contains("oc_1"));
}

BOOST_AUTO_TEST_CASE(the_string_of_a_temporary_can_be_moved) {
    static_assert(std::same_as<decltype(chat_id().str()), std::string>);
    BOOST_TEST(chat_id("oc_1").str() == "oc_1");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
