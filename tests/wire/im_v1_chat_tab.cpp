#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/chat_tab.hpp>
#include <feishu/api/im/v1/chat_top_notice.hpp>

#include "wire.hpp"

namespace {

namespace im = feishu::im::v1;

// The response that all calls about tabs share.
constexpr char const* tabs_answer = R"({
    "chat_tabs": [{
        "tab_id": "7101214603622940633",
        "tab_type": "message"
    }, {
        "tab_id": "7101214603622940671",
        "tab_name": "文档",
        "tab_type": "doc",
        "tab_content": {"doc": "https://example.feishu.cn/docx/doxcnBMLuWQ"},
        "tab_config": {"icon_key": "img_v2_b99741-7628-4abd-aad0-b881e4db83ig", "is_built_in": false}
    }, {
        "tab_id": "7101214603622940672",
        "tab_name": "task",
        "tab_type": "task",
        "tab_content": {"task": "https://applink.feishu.cn/client/todo/task_list?guid=1ce9e2"}
    }]
})";

template <class Tabs>
void check_tabs(Tabs const& tabs) {
    BOOST_REQUIRE(tabs.size() == 3);
    BOOST_TEST(tabs[0].tab_id == "7101214603622940633");
    BOOST_TEST((tabs[0].tab_type == im::chat_tab_type::message));
    BOOST_TEST(*tabs[1].tab_content->doc == "https://example.feishu.cn/docx/doxcnBMLuWQ");
    BOOST_TEST(*tabs[1].tab_config->is_built_in == false);
}

BOOST_AUTO_TEST_SUITE(im_v1_chat_tab)

BOOST_AUTO_TEST_CASE(im_v1_chat_tab_create_sends_what_the_page_says) {
    im::model::new_chat_tab const doc{
        .tab_name = "文档",
        .tab_type = im::chat_tab_type::doc,
        .tab_content = im::model::chat_tab_content{.doc = "https://example.feishu.cn/docx/doxcnBMLuWQ"},
        .tab_config = im::model::chat_tab_config{.icon_key = "img_v2_b99741-7628-4abd-aad0-b881e4db83ig",
                                                 .is_built_in = false}};
    im::model::new_chat_tab const page{.tab_name = "page",
                                   .tab_type = im::chat_tab_type::url,
                                   .tab_content =
                                       im::model::chat_tab_content{.url = "https://www.feishu.cn"}};
    wire::sends(
        im::chat_tab::create{.chat_id = "oc_a0553eda9014c201e6969b478895c230", .chat_tabs = {doc, page}},
        "POST /open-apis/im/v1/chats/oc_a0553eda9014c201e6969b478895c230/chat_tabs", R"({
        "chat_tabs": [{
            "tab_name": "文档",
            "tab_type": "doc",
            "tab_content": {"doc": "https://example.feishu.cn/docx/doxcnBMLuWQ"},
            "tab_config": {"icon_key": "img_v2_b99741-7628-4abd-aad0-b881e4db83ig", "is_built_in": false}
        }, {
            "tab_name": "page",
            "tab_type": "url",
            "tab_content": {"url": "https://www.feishu.cn"}
        }]
    })");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_tab_create_reads_what_the_page_says) {
    check_tabs(wire::reads<im::chat_tab::create>(tabs_answer).chat_tabs);
}

BOOST_AUTO_TEST_CASE(im_v1_chat_tab_delete_tabs_sends_its_body_with_DELETE) {
    wire::sends(im::chat_tab::delete_tabs{.chat_id = "oc_a0553eda9014c201e6969b478895c230",
                                          .tab_ids = {"7101214603622940671", "7101214603622940672"}},
                "DELETE /open-apis/im/v1/chats/oc_a0553eda9014c201e6969b478895c230/chat_tabs/delete_tabs",
                R"({"tab_ids": ["7101214603622940671", "7101214603622940672"]})");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_tab_delete_tabs_reads_what_the_page_says) {
    check_tabs(wire::reads<im::chat_tab::delete_tabs>(tabs_answer).chat_tabs);
}

BOOST_AUTO_TEST_CASE(im_v1_chat_tab_list_tabs_sends_what_the_page_says) {
    wire::sends(im::chat_tab::list_tabs{.chat_id = "oc_a0553eda9014c201e6969b478895c230"},
                "GET /open-apis/im/v1/chats/oc_a0553eda9014c201e6969b478895c230/chat_tabs/list_tabs");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_tab_list_tabs_reads_what_the_page_says) {
    check_tabs(wire::reads<im::chat_tab::list_tabs>(tabs_answer).chat_tabs);
}

BOOST_AUTO_TEST_CASE(im_v1_chat_tab_list_tabs_keeps_a_kind_of_tab_that_came_later) {
    auto const reply = wire::reads<im::chat_tab::list_tabs>(
        R"({"chat_tabs": [{"tab_id": "7101214603622940671", "tab_type": "wiki"}]})");
    BOOST_TEST(!reply.chat_tabs[0].tab_type.known());
}

BOOST_AUTO_TEST_CASE(im_v1_chat_tab_sort_tabs_sends_what_the_page_says) {
    wire::sends(im::chat_tab::sort_tabs{.chat_id = "oc_a0553eda9014c201e6969b478895c230",
                                        .tab_ids = {"7101214603622940671", "7101214603622940672"}},
                "POST /open-apis/im/v1/chats/oc_a0553eda9014c201e6969b478895c230/chat_tabs/sort_tabs",
                R"({"tab_ids": ["7101214603622940671", "7101214603622940672"]})");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_tab_sort_tabs_reads_what_the_page_says) {
    check_tabs(wire::reads<im::chat_tab::sort_tabs>(tabs_answer).chat_tabs);
}

BOOST_AUTO_TEST_CASE(im_v1_chat_tab_update_tabs_sends_what_the_page_says) {
    im::model::chat_tab_update const tab{
        .tab_id = "7101214603622940671",
        .tab_name = "页",
        .tab_type = im::chat_tab_type::url,
        .tab_content = im::model::chat_tab_content{.url = "https://www.feishu.cn"},
        .tab_config = im::model::chat_tab_config{.icon_key = "img_v2_b99741-7628-4abd-aad0-b881e4db83ig",
                                                 .is_built_in = true}};
    wire::sends(
        im::chat_tab::update_tabs{.chat_id = "oc_a0553eda9014c201e6969b478895c230", .chat_tabs = {tab}},
        "POST /open-apis/im/v1/chats/oc_a0553eda9014c201e6969b478895c230/chat_tabs/update_tabs", R"({
        "chat_tabs": [{
            "tab_id": "7101214603622940671",
            "tab_name": "页",
            "tab_type": "url",
            "tab_content": {"url": "https://www.feishu.cn"},
            "tab_config": {"icon_key": "img_v2_b99741-7628-4abd-aad0-b881e4db83ig", "is_built_in": true}
        }]
    })");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_tab_update_tabs_reads_what_the_page_says) {
    check_tabs(wire::reads<im::chat_tab::update_tabs>(tabs_answer).chat_tabs);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(im_v1_chat_top_notice)

BOOST_AUTO_TEST_CASE(im_v1_chat_top_notice_put_top_notice_sends_what_the_page_says) {
    wire::sends(
        im::chat_top_notice::put_top_notice{.chat_id = "oc_a0553eda9014c201e6969b478895c230",
                                            .chat_top_notice = {im::model::chat_top_notice{
                                                .action_type = im::top_notice_type::message,
                                                .message_id = "om_dc13264520392913993dd051dba21dcf"}}},
        "POST /open-apis/im/v1/chats/oc_a0553eda9014c201e6969b478895c230/top_notice/put_top_notice", R"({
        "chat_top_notice": [{"action_type": "1", "message_id": "om_dc13264520392913993dd051dba21dcf"}]
    })");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_top_notice_put_top_notice_pins_the_announcement_by_default) {
    wire::sends(im::chat_top_notice::put_top_notice{.chat_id = "oc_a0553eda9014c201e6969b478895c230",
                                                    .chat_top_notice = {im::model::chat_top_notice{}}},
                "POST /open-apis/im/v1/chats/oc_a0553eda9014c201e6969b478895c230/top_notice/put_top_notice",
                R"({"chat_top_notice": [{}]})");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_top_notice_put_top_notice_reads_an_empty_response) {
    wire::reads<im::chat_top_notice::put_top_notice>("{}");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_top_notice_delete_top_notice_sends_what_the_page_says) {
    wire::sends(
        im::chat_top_notice::delete_top_notice{.chat_id = "oc_a0553eda9014c201e6969b478895c230"},
        "POST /open-apis/im/v1/chats/oc_a0553eda9014c201e6969b478895c230/top_notice/delete_top_notice", "{}");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_top_notice_delete_top_notice_reads_an_empty_response) {
    wire::reads<im::chat_top_notice::delete_top_notice>("{}");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
