#include <feishu/core/impl/hex.hpp>

#include <string>

#include <boost/test/unit_test.hpp>

namespace {

using feishu::detail::append_hex;

BOOST_AUTO_TEST_SUITE(hex)

BOOST_AUTO_TEST_CASE(a_byte_has_two_digits) {
    BOOST_TEST(feishu::detail::to_hex(std::string_view("\0\x0f\xa5\xff", 4)) == "000fa5ff");
    BOOST_TEST(feishu::detail::to_hex("").empty());
    std::string out = "%";
    append_hex(out, "\xe6\x8a", feishu::detail::upper_hex_digits);
    BOOST_TEST(out == "%E68A");
}

BOOST_AUTO_TEST_CASE(a_number_has_its_first_digits) {
    auto const digits = [](std::uint64_t value, std::size_t count) {
        std::string out;
        append_hex(out, value, count);
        return out;
    };
    BOOST_TEST(digits(0x0123456789abcdef, 16) == "0123456789abcdef");
    BOOST_TEST(digits(0xfedcba9876543210, 3) == "fed");
    BOOST_TEST(digits(1, 16) == "0000000000000001");
    BOOST_TEST(digits(1, 0) == "");
}

BOOST_AUTO_TEST_CASE(a_digit_of_either_case_has_a_value) {
    for (int value = 0; value < 16; ++value) {
        auto const at = static_cast<std::size_t>(value);
        BOOST_TEST(feishu::detail::hex_value(feishu::detail::hex_digits[at]) == value);
        BOOST_TEST(feishu::detail::hex_value(feishu::detail::upper_hex_digits[at]) == value);
    }
    for (char const c : {'g', 'G', '/', ':', '@', '`', ' ', '\0', '\xff'})
        BOOST_TEST(feishu::detail::hex_value(c) == -1);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
