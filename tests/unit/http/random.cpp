#include <feishu/http/impl/random.hpp>

#include <sys/wait.h>
#include <unistd.h>

#include <set>
#include <string>

#include <boost/test/unit_test.hpp>

namespace http = feishu::http;

BOOST_AUTO_TEST_SUITE(http_random)

BOOST_AUTO_TEST_CASE(random_hex_is_hexadecimal_and_never_twice_the_same) {
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) {
        auto const text = http::detail::random_hex(32);
        BOOST_TEST_REQUIRE(text.size() == 32u);
        BOOST_TEST_REQUIRE(text.find_first_not_of("0123456789abcdef") == std::string::npos);
        seen.insert(text);
    }
    BOOST_TEST(seen.size() == 1000u);
}

BOOST_AUTO_TEST_CASE(an_odd_number_of_digits_is_that_number) {
    for (std::size_t digits = 0; digits < 10; ++digits)
        BOOST_TEST(http::detail::random_hex(digits).size() == digits);
}

BOOST_AUTO_TEST_CASE(a_forked_child_does_not_draw_what_its_parent_draws) {
    http::detail::random_hex(32); // the generator has its seed before the fork
    int channel[2];
    BOOST_TEST_REQUIRE(pipe(channel) == 0);
    auto const child = fork();
    BOOST_TEST_REQUIRE(child >= 0);
    if (child == 0) {
        auto const text = http::detail::random_hex(32);
        _exit(write(channel[1], text.data(), text.size()) == 32 ? 0 : 1);
    }
    auto const ours = http::detail::random_hex(32);
    std::string theirs(32, '?');
    BOOST_TEST(read(channel[0], theirs.data(), theirs.size()) == 32);
    int status = -1;
    waitpid(child, &status, 0);
    close(channel[0]);
    close(channel[1]);
    BOOST_TEST(status == 0);
    BOOST_TEST(ours != theirs);
}

BOOST_AUTO_TEST_SUITE_END()
