#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/api/docx/v1/chat_announcement_block_children.hpp>

#include "wire.hpp"

namespace {

namespace docx = feishu::docx::v1;
namespace model = feishu::docx::v1::model;
namespace children = feishu::docx::v1::chat_announcement_block_children;
using feishu::rule;

BOOST_AUTO_TEST_SUITE(docx_v1_chat_announcement_block_children)

BOOST_AUTO_TEST_CASE(docx_v1_chat_announcement_block_children_get_sends_what_the_page_says) {
    wire::sends(children::get{.chat_id = "oc_5ad11d72b830411d72b836c20",
                              .block_id = "oc_5ad11d72b830411d72b836c20",
                              .revision_id = 12,
                              .page_token = "aw7DoMKBFMOGwqHCrcO8w6jCmMOvw6ILeADCvsKN",
                              .page_size = 50},
                "GET /open-apis/docx/v1/chats/oc_5ad11d72b830411d72b836c20/announcement/blocks/"
                "oc_5ad11d72b830411d72b836c20/children?revision_id=12"
                "&page_token=aw7DoMKBFMOGwqHCrcO8w6jCmMOvw6ILeADCvsKN&page_size=50&user_id_type=open_id");
}

BOOST_AUTO_TEST_CASE(docx_v1_chat_announcement_block_children_get_reads_what_the_page_says) {
    auto const page = wire::reads<children::get>(R"({
        "items": [{
            "block_id": "doxcnSS4ouQkQEouGSUkTg9NJPe",
            "parent_id": "oc_5ad11d72b830411d72b836c20",
            "block_type": 19,
            "callout": {"background_color": 1, "border_color": 2, "emoji_id": "sunflower"},
            "children": ["doxcnaBCdefgHIJklmNOpqrSTuv"]
        }, {
            "block_id": "doxcnImage",
            "parent_id": "oc_5ad11d72b830411d72b836c20",
            "block_type": 27,
            "image": {"width": 4069, "height": 2480, "token": "boxbckbfvfcqEg22hAzN8Dh9gJd", "align": 2}
        }, {
            "block_id": "doxcnLine",
            "parent_id": "oc_5ad11d72b830411d72b836c20",
            "block_type": 22,
            "divider": {}
        }],
        "has_more": false
    })");
    BOOST_REQUIRE(page.items.size() == 3);
    BOOST_TEST((page.items[0].callout->border_color == docx::color::orange));
    BOOST_TEST(*page.items[1].image->height == 2480);
    BOOST_TEST(page.items[2].divider.has_value());
}

BOOST_AUTO_TEST_CASE(docx_v1_chat_announcement_block_children_create_sends_what_the_page_says) {
    model::block text;
    text.block_type = docx::block_type::text;
    text.text = model::text{
        .style = model::text_style{.align = docx::align::left},
        .elements = {
            model::text_element{
                .text_run =
                    model::text_run{.content = "多人实时协同",
                                    .text_element_style =
                                        model::text_element_style{
                                            .bold = true,
                                            .background_color = docx::background_color::dark_gray,
                                            .text_color = docx::color::blue,
                                            .link = model::link{.url = "https%3A%2F%2Fopen.feishu.cn%2F"}}}},
            model::text_element{.equation = model::equation{.content = "1+1=2"}}}};
    model::block line;
    line.block_type = docx::block_type::divider;
    line.divider = wire::json("{}");
    model::block frame;
    frame.block_type = docx::block_type::iframe;
    frame.iframe =
        model::iframe{.component = model::iframe_component{.iframe_type = docx::iframe_type::figma,
                                                           .url = "https%3A%2F%2Fwww.figma.com%2Ffile%2F1"}};
    wire::sends(children::create{.chat_id = "oc_5ad11d72b830411d72b836c20",
                                 .block_id = "doxcnePuYufKa49ISjhD8Ih0ikh",
                                 .client_token = "fe599b60-450f-46ff-b2ef-9f6675625b97",
                                 .user_id_type = feishu::user_id_type::user_id,
                                 .children = {text, line, frame},
                                 .index = 0},
                "POST /open-apis/docx/v1/chats/oc_5ad11d72b830411d72b836c20/announcement/blocks/"
                "doxcnePuYufKa49ISjhD8Ih0ikh/children?revision_id=-1"
                "&client_token=fe599b60-450f-46ff-b2ef-9f6675625b97&user_id_type=user_id",
                R"({
        "children": [{
            "block_type": 2,
            "text": {
                "style": {"align": 1},
                "elements": [{
                    "text_run": {
                        "content": "多人实时协同",
                        "text_element_style": {
                            "bold": true,
                            "background_color": 14,
                            "text_color": 5,
                            "link": {"url": "https%3A%2F%2Fopen.feishu.cn%2F"}
                        }
                    }
                }, {
                    "equation": {"content": "1+1=2"}
                }]
            }
        }, {
            "block_type": 22,
            "divider": {}
        }, {
            "block_type": 26,
            "iframe": {"component": {"iframe_type": 8, "url": "https%3A%2F%2Fwww.figma.com%2Ffile%2F1"}}
        }],
        "index": 0
    })");
}

BOOST_AUTO_TEST_CASE(docx_v1_chat_announcement_block_children_create_reads_what_the_page_says) {
    auto const reply = wire::reads<children::create>(R"({
        "children": [{
            "block_id": "doxcnXgNGAtaFraIRVeCfmabcde",
            "parent_id": "oc_5ad11d72b830411d72b836c20",
            "block_type": 24,
            "children": ["doxcnColumn1", "doxcnColumn2"],
            "grid": {"column_size": 2}
        }, {
            "block_id": "doxcnQuote",
            "parent_id": "oc_5ad11d72b830411d72b836c20",
            "block_type": 34,
            "quote_container": {}
        }, {
            "block_id": "doxcnLink",
            "parent_id": "oc_5ad11d72b830411d72b836c20",
            "block_type": 48,
            "link_preview": {"url": "https://applink.feishu.cn/client/message/link/open", "url_type": "MessageLink"}
        }],
        "revision_id": 14,
        "client_token": "fe599b60-450f-46ff-b2ef-9f6675625b97"
    })");
    BOOST_REQUIRE(reply.children.size() == 3);
    BOOST_TEST(*reply.children[0].grid->column_size == 2);
    BOOST_TEST((reply.children[2].link_preview->url_type == docx::link_preview_type::MessageLink));
}

BOOST_AUTO_TEST_CASE(docx_v1_chat_announcement_block_children_batch_delete_sends_its_body_with_DELETE) {
    wire::sends(children::batch_delete{.chat_id = "oc_5ad11d72b830411d72b836c20",
                                       .block_id = "doxcnO6UW6wAw2qIcYf4hZpFIth",
                                       .revision_id = 14,
                                       .client_token = "fe599b60-450f-46ff-b2ef-9f6675625b97",
                                       .start_index = 0,
                                       .end_index = 1},
                "DELETE /open-apis/docx/v1/chats/oc_5ad11d72b830411d72b836c20/announcement/blocks/"
                "doxcnO6UW6wAw2qIcYf4hZpFIth/children/batch_delete?revision_id=14"
                "&client_token=fe599b60-450f-46ff-b2ef-9f6675625b97",
                R"({"start_index": 0, "end_index": 1})");
}

BOOST_AUTO_TEST_CASE(docx_v1_chat_announcement_block_children_batch_delete_reads_what_the_page_says) {
    auto const reply = wire::reads<children::batch_delete>(
        R"({"revision_id": 15, "client_token": "fe599b60-450f-46ff-b2ef-9f6675625b97"})");
    BOOST_TEST(reply.revision_id == 15);
}

BOOST_AUTO_TEST_CASE(docx_v1_chat_announcement_block_children_refuses_what_is_over_a_limit) {
    auto const create = [](std::size_t n) {
        model::block line;
        line.block_type = docx::block_type::divider;
        return children::create{.chat_id = "oc_1", .block_id = "oc_1", .children = std::vector(n, line)};
    };
    wire::accepts(create(50));
    wire::refuses(create(51), "children", rule::max_items);
    wire::refuses(create(0), "children", rule::min_items);
    wire::refuses(children::get{.chat_id = "oc_1", .block_id = "oc_1", .page_size = 0}, "page_size",
                  rule::minimum);
    wire::refuses(children::get{.chat_id = "oc_1", .block_id = "oc_1", .page_size = 501}, "page_size",
                  rule::maximum);
    auto const remove = [](int from, int to) {
        return children::batch_delete{
            .chat_id = "oc_1", .block_id = "oc_1", .start_index = from, .end_index = to};
    };
    wire::refuses(remove(-1, 1), "start_index", rule::minimum);
    wire::refuses(remove(0, 0), "end_index", rule::minimum);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
