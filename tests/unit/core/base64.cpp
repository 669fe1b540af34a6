#include <boost/test/unit_test.hpp>

#include <feishu/core/impl/base64.hpp>

BOOST_AUTO_TEST_SUITE(base64)

BOOST_AUTO_TEST_CASE(bytes_become_digits_and_padding_as_in_rfc_4648) {
    std::pair<char const*, char const*> const table[] = {{"", ""},
                                                         {"f", "Zg=="},
                                                         {"fo", "Zm8="},
                                                         {"foo", "Zm9v"},
                                                         {"foob", "Zm9vYg=="},
                                                         {"fooba", "Zm9vYmE="},
                                                         {"foobar", "Zm9vYmFy"}};
    for (auto const& [bytes, digits] : table) {
        BOOST_TEST(feishu::to_base64(bytes) == digits);
        BOOST_TEST(feishu::from_base64(digits).value() == bytes);
    }
    BOOST_TEST(feishu::to_base64("\xff\xfe\xfd\xfb") == "//79+w==");
    BOOST_TEST(feishu::from_base64("//79+w==").value() == "\xff\xfe\xfd\xfb");
}

BOOST_AUTO_TEST_CASE(invalid_base64_is_rejected) {
    for (auto const* text :
         {"Z", "Zg", "Zg=", "Zm9", "====", "Z===", "=Zm9", "Zg==Zg==", "Zm 9", "Zm9v\n", "Zm9\xff", "Zm-_"})
        BOOST_TEST(!feishu::from_base64(text), text);
}

BOOST_AUTO_TEST_SUITE_END()
