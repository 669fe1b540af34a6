#include "spec.hpp"

#include "errors.hpp"

using namespace test;

namespace {

std::string entry(std::string const& code, std::string const& symbol, std::string const& kind = "permission",
                  std::string const& text = "What happened.", std::string const& http = "400",
                  std::string const& advice = "What to do.") {
    return R"({"code":)" + code + R"(,"symbol":")" + symbol + R"(","http":)" + http + R"(,"kind":")" + kind +
           R"(","retry":true,"text":")" + text + R"(","advice":")" + advice + R"("})";
}

std::string wrong_codes(std::string const& text) {
    try {
        codegen::emit_errors(text, "errors.json", "feishu");
        return {};
    } catch (codegen::spec_error const& e) {
        return e.what();
    }
}

} // namespace

BOOST_AUTO_TEST_CASE(codes_become_an_enum_and_a_table_in_ascending_order) {
    auto const made = codegen::emit_errors("[" + entry("20", "twenty") + "," + entry("-3", "delete") + "]",
                                           "errors.json", "feishu");
    auto const header = squeezed(made.at("errc.hpp"));
    BOOST_TEST(
        has(header,
            "ok = 0, ///< no error delete_ = -3, ///< What happened. twenty = 20, ///< What happened. };"));
    BOOST_TEST(has(
        squeezed(made.at("impl/errc.ipp")),
        R"({-3, "delete", 400, errc_kind::permission, true, "What happened.", "What to do."}, {20, "twenty",)"));
}

BOOST_AUTO_TEST_CASE(every_kind_of_error_is_known) {
    for (std::string const kind : {"invalid_request", "auth", "permission", "not_found", "conflict",
                                   "rate_limit", "quota", "server", "unsupported"})
        BOOST_TEST(wrong_codes("[" + entry("1", "a", kind) + "]") == "");
}

BOOST_AUTO_TEST_CASE(what_is_wrong_with_an_entry_is_said_at_its_place_in_the_file) {
    auto const good = entry("9", "good");
    struct {
        std::string bad;
        std::string message;
    } const cases[] = {
        {entry("9", "other"), "/code: 9 is a duplicate"},
        {entry("1", "good"), "/symbol: \"good\" is a duplicate"},
        {entry("1", "ok"), "/symbol: \"ok\" is a duplicate"},
        {entry("0", "zero"), "/code: 0 is not an error code"},
        {entry("1", "a", "unknown"), "/kind: \"unknown\" is not a kind of error"},
        {entry("1", "a", ""), "/kind: \"\" is not a kind of error"},
        {entry("1", "a", "auth", "x", "99"), "/http: 99 is not an HTTP status"},
        {entry("1", "a", "auth", ""), "/text: is one line of text"},
        {entry("1", "a", "auth", "two\\nlines"), "/text: is one line of text"},
        {entry("1", "a", "auth", "back\\\\"), "/text: is one line of text"},
        {entry("1", "a", "auth", "x", "400", ""), "/advice: is one line of text"},
    };
    for (auto const& [bad, message] : cases)
        BOOST_TEST(wrong_codes("[" + good + "," + bad + "]") == "errors.json#/1" + message);
    BOOST_TEST(
        has(wrong_codes("[" + entry("1", "a-b") + "]"), "errors.json#/0/symbol: \"a-b\" is not a C++ identifier"));
}

BOOST_AUTO_TEST_CASE(what_is_no_list_of_codes_is_refused) {
    for (std::string const text : {"", "{}", "[1]", "[{\"code\":\"x\"}]"})
        BOOST_TEST(has(wrong_codes(text), "errors.json#: "));
}
