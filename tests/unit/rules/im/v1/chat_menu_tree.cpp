#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/api/im/v1/chat_menu_item.hpp>
#include <feishu/api/im/v1/chat_menu_tree.hpp>
#include <feishu/api/im/v1/chat_tab.hpp>

#include "../../problems.hpp"

namespace {

namespace im = feishu::im::v1;
using im::chat_menu_action;
using test::problems;
using item = im::model::chat_menu_item;
using new_item = im::model::new_chat_menu_item;
using top_level = im::model::new_chat_menu_top_level;
using second_level = im::model::new_chat_menu_second_level;
using tab = im::model::new_chat_tab;
using tab_update = im::model::chat_tab_update;
using content = im::model::chat_tab_content;

top_level heading(std::size_t below) {
    return {.chat_menu_item = new_item{.action_type = chat_menu_action::NONE, .name = "help"},
            .children = std::vector<second_level>(below)};
}

std::string problems_of(std::vector<top_level> tops) {
    return problems(im::chat_menu_tree::create{
        .chat_id = "oc_1", .menu_tree = im::model::new_chat_menu_tree{.chat_menu_top_levels = std::move(tops)}});
}

std::string problems_of(top_level const& top) { return problems_of(std::vector{top}); }

BOOST_AUTO_TEST_SUITE(rules_im_v1_chat_menu)

BOOST_AUTO_TEST_CASE(a_menu_has_one_to_three_entries) {
    BOOST_TEST(problems_of(std::vector(3, heading(0))) == "ok");
    BOOST_TEST(problems_of(std::vector(4, heading(0))) ==
               "menu_tree.chat_menu_top_levels has 4 items, at most 3 are allowed");
    BOOST_TEST(problems_of(std::vector<top_level>()) == "menu_tree.chat_menu_top_levels must not be empty");
}

BOOST_AUTO_TEST_CASE(an_entry_has_at_most_five_below_it) {
    BOOST_TEST(problems_of(heading(5)) == "ok");
    BOOST_TEST(problems_of(heading(6)) ==
               "menu_tree.chat_menu_top_levels[0].children has 6 items, at most 5 are allowed");
}

BOOST_AUTO_TEST_CASE(an_entry_with_entries_below_it_is_only_a_heading) {
    std::string const at = "menu_tree.chat_menu_top_levels[0].chat_menu_item";
    auto link = heading(1);
    link.chat_menu_item.value().action_type = chat_menu_action::REDIRECT_LINK;
    link.chat_menu_item.value().redirect_link = im::model::redirect_link{.common_url = "https://example.com"};
    BOOST_TEST(problems_of(link) == at + ".action_type must be NONE for an entry with entries below it");
    auto picture = heading(1);
    picture.chat_menu_item.value().image_key = "img_1";
    BOOST_TEST(problems_of(picture) == at + ".image_key is not allowed for an entry with entries below it");
    picture.children = {};
    BOOST_TEST(problems_of(picture) == "ok");
}

BOOST_AUTO_TEST_CASE(an_entry_that_is_a_link_has_one) {
    BOOST_TEST(problems(item{.action_type = chat_menu_action::REDIRECT_LINK}) ==
               "redirect_link is required with action_type REDIRECT_LINK");
    BOOST_TEST(problems(item{.action_type = chat_menu_action::REDIRECT_LINK,
                             .redirect_link =
                                 im::model::redirect_link{.common_url = "https://example.com"}}) == "ok");
    BOOST_TEST(problems(item{.action_type = chat_menu_action::NONE}) == "ok");
    BOOST_TEST(problems(new_item{.action_type = chat_menu_action::REDIRECT_LINK, .name = "n"}) ==
               "redirect_link is required with action_type REDIRECT_LINK");
}

BOOST_AUTO_TEST_CASE(the_name_of_an_entry_has_one_to_120_characters) {
    BOOST_TEST(problems(item{.name = std::string(120, 'n')}) == "ok");
    BOOST_TEST(problems(item{.name = std::string(121, 'n')}) ==
               "name has 121 characters, at most 120 are allowed");
    BOOST_TEST(problems(item{.name = ""}) == "name must not be empty");
}

BOOST_AUTO_TEST_CASE(entries_are_sorted_by_naming_each_once) {
    using im::chat_menu_tree::sort;
    BOOST_TEST(problems(sort{.chat_id = "oc_1", .chat_menu_top_level_ids = {"1", "2", "3"}}) == "ok");
    BOOST_TEST(problems(sort{.chat_id = "oc_1", .chat_menu_top_level_ids = {"1", "2", "1"}}) ==
               "chat_menu_top_level_ids[2] is a duplicate");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(rules_im_v1_chat_tab)

BOOST_AUTO_TEST_CASE(a_new_tab_is_a_page_or_a_document) {
    auto const add = [](tab const& t) {
        return problems(im::chat_tab::create{.chat_id = "oc_1", .chat_tabs = {t}});
    };
    BOOST_TEST(add({.tab_type = im::chat_tab_type::url,
                    .tab_content = content{.url = "https://example.com"}}) == "ok");
    BOOST_TEST(add({.tab_type = im::chat_tab_type::doc,
                    .tab_content = content{.doc = "https://example.com"}}) == "ok");
    BOOST_TEST(add({.tab_type = im::chat_tab_type::task}) ==
               "chat_tabs[0].tab_type must be url or doc in a new tab");
    BOOST_TEST(add({.tab_type = ""}) == "chat_tabs[0].tab_type is required");
    BOOST_TEST(add({.tab_type = feishu::open<im::chat_tab_type>::from_wire("wiki")}) == "ok");
}

BOOST_AUTO_TEST_CASE(the_content_of_a_tab_fits_its_type) {
    using enum im::chat_tab_type;
    BOOST_TEST(problems(tab{.tab_type = url}) == "tab_content.url is required with tab_type url");
    BOOST_TEST(problems(tab{.tab_type = url, .tab_content = content{.doc = "https://example.com"}}) ==
               "tab_content.url is required with tab_type url");
    BOOST_TEST(problems(tab{.tab_type = doc, .tab_content = content{.url = "https://example.com"}}) ==
               "tab_content.doc is required with tab_type doc");
    BOOST_TEST(problems(tab{.tab_type = pin}) == "ok");
    BOOST_TEST(problems(tab_update{.tab_type = url}) == "tab_content.url is required with tab_type url");
}

BOOST_AUTO_TEST_CASE(a_tab_is_changed_by_id) {
    auto const change = [](tab_update const& t) {
        return problems(im::chat_tab::update_tabs{.chat_id = "oc_1", .chat_tabs = {t}});
    };
    BOOST_TEST(change({.tab_id = "7", .tab_type = im::chat_tab_type::pin}) == "ok");
    BOOST_TEST(change({.tab_type = im::chat_tab_type::pin}) ==
               "chat_tabs[0].tab_id is required: it identifies the tab to change");
    BOOST_TEST(change({.tab_id = "7", .tab_type = ""}) == "chat_tabs[0].tab_type is required");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
