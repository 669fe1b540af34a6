#include <feishu/emulator/impl/page_token.hpp>

#include <boost/test/unit_test.hpp>

using namespace feishu::emulator;

BOOST_AUTO_TEST_SUITE(emulator_page_token)

BOOST_AUTO_TEST_CASE(a_page_token_holds_its_position) {
    for (std::uint64_t const position : {0ull, 1ull, 77ull, ~0ull}) {
        auto const read = read_page_token("query", make_page_token("query", position));
        BOOST_TEST_REQUIRE(read.has_value());
        BOOST_TEST(*read == position);
    }
}

BOOST_AUTO_TEST_CASE(a_page_token_of_another_query_is_refused) {
    BOOST_TEST(!read_page_token("other", make_page_token("query", 5)).has_value());
}

BOOST_AUTO_TEST_CASE(a_page_token_that_was_changed_is_refused) {
    auto token = make_page_token("query", 5);
    for (std::size_t i = 0; i < token.size(); ++i) {
        auto changed = token;
        changed[i] = changed[i] == '7' ? '8' : '7';
        BOOST_TEST(!read_page_token("query", changed).has_value());
    }
    BOOST_TEST(!read_page_token("query", "").has_value());
    BOOST_TEST(!read_page_token("query", token + "0").has_value());
}

BOOST_AUTO_TEST_SUITE_END()
