#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/chat_menu_item.hpp>
#include <feishu/api/im/v1/chat_menu_tree.hpp>

#include "wire.hpp"

namespace {

namespace im = feishu::im::v1;

// The response that all calls about the menu share.
constexpr char const* menu_answer = R"({
    "menu_tree": {
        "chat_menu_top_levels": [{
            "chat_menu_top_level_id": "7117116451961487361",
            "chat_menu_item": {
                "action_type": "NONE",
                "name": "评审报名",
                "i18n_names": {"zh_cn": "评审报名", "en_us": "Sign up", "ja_jp": "申し込み"}
            },
            "children": [{
                "chat_menu_second_level_id": "7039638308221468675",
                "chat_menu_item": {
                    "action_type": "REDIRECT_LINK",
                    "redirect_link": {
                        "common_url": "https://open.feishu.cn/",
                        "ios_url": "https://open.feishu.cn/ios",
                        "android_url": "https://open.feishu.cn/android",
                        "pc_url": "https://open.feishu.cn/pc",
                        "web_url": "https://open.feishu.cn/web"
                    },
                    "image_key": "img_v2_b0fbe905-7988-4282-b882-82edd010336j",
                    "name": "群聊",
                    "i18n_names": {"zh_cn": "群聊", "en_us": "group chat", "ja_jp": "グループチャット"}
                }
            }]
        }]
    }
})";

void check_menu(im::model::chat_menu_tree const& menu) {
    BOOST_REQUIRE(menu.chat_menu_top_levels.size() == 1);
    auto const& top = menu.chat_menu_top_levels[0];
    BOOST_TEST(top.chat_menu_top_level_id == "7117116451961487361");
    BOOST_TEST((top.chat_menu_item->action_type == im::chat_menu_action::NONE));
    BOOST_TEST(!top.chat_menu_item->redirect_link.has_value());
    BOOST_REQUIRE(top.children.size() == 1);
    BOOST_TEST(top.children[0].chat_menu_second_level_id == "7039638308221468675");
    BOOST_TEST(*top.children[0].chat_menu_item->redirect_link->pc_url == "https://open.feishu.cn/pc");
}

BOOST_AUTO_TEST_SUITE(im_v1_chat_menu_tree)

BOOST_AUTO_TEST_CASE(im_v1_chat_menu_tree_get_sends_what_the_page_says) {
    wire::sends(im::chat_menu_tree::get{.chat_id = "oc_a0553eda9014c201e6969b478895c230"},
                "GET /open-apis/im/v1/chats/oc_a0553eda9014c201e6969b478895c230/menu_tree");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_menu_tree_get_reads_what_the_page_says) {
    check_menu(wire::reads<im::chat_menu_tree::get>(menu_answer).menu_tree);
}

BOOST_AUTO_TEST_CASE(im_v1_chat_menu_tree_create_sends_what_the_page_says) {
    im::model::new_chat_menu_second_level const below{
        .chat_menu_item = im::model::chat_menu_item{
            .action_type = im::chat_menu_action::REDIRECT_LINK,
            .redirect_link = im::model::redirect_link{.common_url = "https://open.feishu.cn/",
                                                      .ios_url = "https://open.feishu.cn/ios",
                                                      .android_url = "https://open.feishu.cn/android",
                                                      .pc_url = "https://open.feishu.cn/pc",
                                                      .web_url = "https://open.feishu.cn/web"},
            .image_key = "img_v2_b0fbe905-7988-4282-b882-82edd010336j",
            .name = "群聊",
            .i18n_names = feishu::model::i18n_names{.zh_cn = "群聊", .en_us = "group chat"}}};
    im::model::new_chat_menu_top_level const top{
        .chat_menu_item =
            im::model::new_chat_menu_item{
                .action_type = im::chat_menu_action::NONE,
                .name = "评审报名",
                .i18n_names =
                    feishu::model::i18n_names{.zh_cn = "评审报名", .en_us = "Sign up", .ja_jp = "申し込み"}},
        .children = {below}};
    wire::sends(
        im::chat_menu_tree::create{.chat_id = "oc_a0553eda9014c201e6969b478895c230",
                                   .menu_tree = im::model::new_chat_menu_tree{.chat_menu_top_levels = {top}}},
        "POST /open-apis/im/v1/chats/oc_a0553eda9014c201e6969b478895c230/menu_tree", R"({
        "menu_tree": {
            "chat_menu_top_levels": [{
                "chat_menu_item": {
                    "action_type": "NONE",
                    "name": "评审报名",
                    "i18n_names": {"zh_cn": "评审报名", "en_us": "Sign up", "ja_jp": "申し込み"}
                },
                "children": [{
                    "chat_menu_item": {
                        "action_type": "REDIRECT_LINK",
                        "redirect_link": {
                            "common_url": "https://open.feishu.cn/",
                            "ios_url": "https://open.feishu.cn/ios",
                            "android_url": "https://open.feishu.cn/android",
                            "pc_url": "https://open.feishu.cn/pc",
                            "web_url": "https://open.feishu.cn/web"
                        },
                        "image_key": "img_v2_b0fbe905-7988-4282-b882-82edd010336j",
                        "name": "群聊",
                        "i18n_names": {"zh_cn": "群聊", "en_us": "group chat"}
                    }
                }]
            }]
        }
    })");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_menu_tree_create_reads_what_the_page_says) {
    check_menu(wire::reads<im::chat_menu_tree::create>(menu_answer).menu_tree);
}

BOOST_AUTO_TEST_CASE(im_v1_chat_menu_tree_delete_sends_its_body_with_DELETE) {
    wire::sends(im::chat_menu_tree::delete_{.chat_id = "oc_a0553eda9014c201e6969b478895c230",
                                            .chat_menu_top_level_ids = {"7156553273518882844",
                                                                        "7117116451961487361"}},
                "DELETE /open-apis/im/v1/chats/oc_a0553eda9014c201e6969b478895c230/menu_tree",
                R"({"chat_menu_top_level_ids": ["7156553273518882844", "7117116451961487361"]})");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_menu_tree_delete_reads_what_the_page_says) {
    check_menu(wire::reads<im::chat_menu_tree::delete_>(menu_answer).menu_tree);
}

BOOST_AUTO_TEST_CASE(im_v1_chat_menu_tree_sort_sends_what_the_page_says) {
    wire::sends(
        im::chat_menu_tree::sort{.chat_id = "oc_a0553eda9014c201e6969b478895c230",
                                 .chat_menu_top_level_ids = {"7156553273518882844", "7117116451961487361"}},
        "POST /open-apis/im/v1/chats/oc_a0553eda9014c201e6969b478895c230/menu_tree/sort",
        R"({"chat_menu_top_level_ids": ["7156553273518882844", "7117116451961487361"]})");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_menu_tree_sort_reads_what_the_page_says) {
    check_menu(wire::reads<im::chat_menu_tree::sort>(menu_answer).menu_tree);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(im_v1_chat_menu_item)

BOOST_AUTO_TEST_CASE(im_v1_chat_menu_item_patch_sends_what_the_page_says) {
    im::chat_menu_item::patch const request{
        .chat_id = "oc_a0553eda9014c201e6969b478895c230",
        .menu_item_id = "7156553273518882844",
        .update_fields = {im::chat_menu_field::ICON, im::chat_menu_field::NAME,
                          im::chat_menu_field::I18N_NAME, im::chat_menu_field::REDIRECT_LINK},
        .chat_menu_item = im::model::chat_menu_item{
            .action_type = im::chat_menu_action::REDIRECT_LINK,
            .redirect_link = im::model::redirect_link{.common_url = "https://open.feishu.cn/"},
            .image_key = "img_v2_b0fbe905-7988-4282-b882-82edd010336j",
            .name = "评审报名",
            .i18n_names =
                feishu::model::i18n_names{.zh_cn = "评审报名", .en_us = "Sign up", .ja_jp = "申し込み"}}};
    wire::sends(
        request,
        "PATCH /open-apis/im/v1/chats/oc_a0553eda9014c201e6969b478895c230/menu_items/7156553273518882844",
        R"({
        "update_fields": ["ICON", "NAME", "I18N_NAME", "REDIRECT_LINK"],
        "chat_menu_item": {
            "action_type": "REDIRECT_LINK",
            "redirect_link": {"common_url": "https://open.feishu.cn/"},
            "image_key": "img_v2_b0fbe905-7988-4282-b882-82edd010336j",
            "name": "评审报名",
            "i18n_names": {"zh_cn": "评审报名", "en_us": "Sign up", "ja_jp": "申し込み"}
        }
    })");
}

BOOST_AUTO_TEST_CASE(im_v1_chat_menu_item_patch_reads_what_the_page_says) {
    auto const reply = wire::reads<im::chat_menu_item::patch>(R"({
        "chat_menu_item": {
            "action_type": "NONE",
            "image_key": "img_v2_b0fbe905-7988-4282-b882-82edd010336j",
            "name": "评审报名",
            "i18n_names": {"zh_cn": "评审报名", "en_us": "Sign up", "ja_jp": "申し込み"}
        }
    })");
    BOOST_TEST(*reply.chat_menu_item.name == "评审报名");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
