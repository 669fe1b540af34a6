// Cards and posts made of Markdown, as the emulator's checks see them.

#include <string>
#include <string_view>

#include <boost/test/unit_test.hpp>

#include <feishu/content/markdown.hpp>

#include "../world.hpp"

using namespace test;

namespace {

struct markdown_world : world {
    int sent(feishu::markdown_options const& options, std::string_view source) {
        int parts = 0;
        for (auto const& one : feishu::to_cards(source, options))
            parts += code(im::message::send(ops, one)) == 0 ? 1 : -100'000;
        for (auto const& one : feishu::to_posts(source, options))
            parts += code(im::message::send(ops, one)) == 0 ? 1 : -100'000;
        return parts;
    }
};

BOOST_FIXTURE_TEST_SUITE(markdown_messages, markdown_world)

BOOST_AUTO_TEST_CASE(parts_of_long_markdown_are_accepted) {
    std::string source;
    while (source.size() < 200'000)
        source +=
            "# Heading\n\nSome *text*, `code` \"quoted\" \\\\ <b> and [links](https://a.b).\n\n- item\n  - "
            "[x] task\n\n"
            "```cpp\nint main() { return \"\\n\"; }\n```\n\n|a|b|\n|---|---|\n|1|2|\n\n> quote\n\n---\n\n";
    BOOST_TEST(sent({}, source) > 15);
    BOOST_TEST(sent({.numbered = false, .max_bytes = 4096, .max_tables = 5}, source.substr(0, 20'000)) > 10);
}

BOOST_AUTO_TEST_CASE(markdown_is_sent_as_a_card) {
    BOOST_TEST(code(im::message::send(ops, feishu::markdown{"**a** `b`\n\n|x|\n|---|\n|1|"})) == 0);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
