#include <feishu/core/errc.hpp>

#include <boost/test/unit_test.hpp>

#include <feishu/api/all.hpp>

BOOST_AUTO_TEST_SUITE(error_codes)

BOOST_AUTO_TEST_CASE(every_code_that_an_endpoint_documents_is_described) {
    for (auto const* spec : feishu::all::specs)
        for (int const code : spec->errors)
            BOOST_TEST(feishu::find_errc(code) != nullptr, spec->id << " documents " << code);
}

BOOST_AUTO_TEST_CASE(codes_of_custom_bots_long_connections_and_callbacks_are_described) {
    for (int const code :
         {403,    514,    9499,   19001,  19002,      19007,      19021,      19022,     19024,
          200080, 200340, 200341, 200342, 200343,     200345,     200346,     200347,    200530,
          200671, 200672, 200673, 200830, 1000040343, 1000040344, 1000040345, 1000040350})
        BOOST_TEST(feishu::find_errc(code) != nullptr, code);
}

BOOST_AUTO_TEST_CASE(wrong_credentials_of_a_long_connection_come_with_advice) {
    auto const* const info =
        feishu::find_errc(static_cast<int>(feishu::errc::long_connection_credentials_invalid));
    BOOST_TEST_REQUIRE(info != nullptr);
    BOOST_TEST((info->kind == feishu::errc_kind::auth));
    BOOST_TEST(!info->retry);
    BOOST_TEST(info->advice.find("app_secret") != std::string_view::npos);
}

BOOST_AUTO_TEST_SUITE_END()
