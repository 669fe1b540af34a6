#include <boost/test/unit_test.hpp>

#include <feishu/core/base64.hpp>

BOOST_AUTO_TEST_SUITE(base64)

BOOST_AUTO_TEST_CASE(bytes_become_digits_and_padding_as_in_rfc_4648) {
    std::pair<char const*, char const*> const table[] = {{"", ""},
                                                         {"f", "Zg=="},
                                                         {"fo", "Zm8="},
                                                         {"foo", "Zm9v"},
                                                         {"foob", "Zm9vYg=="},
                                                         {"fooba", "Zm9vYmE="},
                                                         {"foobar", "Zm9vYmFy"}};
    for (auto const& [bytes, digits] : table)
        BOOST_TEST(feishu::to_base64(bytes) == digits);
    BOOST_TEST(feishu::to_base64("\xff\xfe\xfd\xfb") == "//79+w==");
}

BOOST_AUTO_TEST_SUITE_END()
