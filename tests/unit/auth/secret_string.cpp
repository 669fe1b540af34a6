#include <feishu/auth/impl/secret_string.hpp>

#include <algorithm>
#include <string>
#include <utility>

#include <boost/test/unit_test.hpp>

#include <feishu/auth/impl/token_text.hpp>

namespace {

using feishu::auth::secret_string;

bool is_zero(char const* bytes, std::size_t size) {
    return std::all_of(bytes, bytes + size, [](char c) { return c == '\0'; });
}

BOOST_AUTO_TEST_SUITE(secrets)

BOOST_AUTO_TEST_CASE(a_wiped_text_is_overwritten_where_it_was_with_what_was_there_before) {
    for (std::size_t const size : {std::size_t(3), std::size_t(15), std::size_t(16), std::size_t(5000)}) {
        std::string text(size, 's');
        text.resize(2); // what was longer is still there
        auto const* const bytes = text.data();
        auto const capacity = text.capacity();
        feishu::auth::wipe(text);
        BOOST_TEST(text.empty());
        BOOST_TEST(text.data() == bytes); // not copied elsewhere
        BOOST_TEST(text.capacity() == capacity);
        BOOST_TEST(is_zero(bytes, capacity)); // before the string gives its memory back
    }
}

BOOST_AUTO_TEST_CASE(a_secret_keeps_its_text_through_copies_and_moves) {
    secret_string first(std::string("short"));
    secret_string const second = first;
    secret_string third = std::move(first);
    BOOST_TEST(second.str() == "short");
    BOOST_TEST(third.str() == "short");
    third = secret_string(std::string(100, 'y'));
    BOOST_TEST(third.str() == std::string(100, 'y'));
    third = second;
    BOOST_TEST(third.str() == "short");
    BOOST_TEST(!third.empty());
    BOOST_TEST(secret_string().empty());
}

BOOST_AUTO_TEST_CASE(what_a_secret_was_moved_from_holds_nothing_of_it) {
    secret_string from(std::string("short"));
    auto const* const bytes = from.str().data(); // inside of the object
    secret_string const to = std::move(from);
    BOOST_TEST(from.empty());
    BOOST_TEST(is_zero(bytes, std::string("short").size()));
    BOOST_TEST(to.str() == "short");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
