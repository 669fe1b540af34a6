#include <feishu/emulator/handlers/im/v1/chat_announcement.hpp>
#include <feishu/emulator/handlers/im/v1/chat_menu_item.hpp>
#include <feishu/emulator/handlers/im/v1/chat_menu_tree.hpp>
#include <feishu/emulator/handlers/im/v1/chat_tab.hpp>
#include <feishu/emulator/handlers/im/v1/chat_top_notice.hpp>

#include "../../../world.hpp"

using namespace test;

namespace {

im::model::new_chat_tab url_tab(std::string name, std::string url = "https://example.com") {
    return {.tab_name = std::move(name),
            .tab_type = im::chat_tab_type::url,
            .tab_content = im::model::chat_tab_content{.url = std::move(url)}};
}

im::model::new_chat_tab doc_tab(std::string url) {
    return {.tab_name = "doc",
            .tab_type = im::chat_tab_type::doc,
            .tab_content = im::model::chat_tab_content{.doc = std::move(url)},
            .tab_config = im::model::chat_tab_config{.is_built_in = true}};
}

im::model::redirect_link link_to(std::string url) { return {.common_url = std::move(url)}; }

im::model::new_chat_menu_top_level menu_link(std::string name, std::string url = "https://example.com") {
    return {.chat_menu_item =
                im::model::new_chat_menu_item{.action_type = im::chat_menu_action::REDIRECT_LINK,
                                              .redirect_link = link_to(std::move(url)),
                                              .name = std::move(name)}};
}

im::model::new_chat_menu_top_level menu_parent(std::string name, std::size_t children) {
    im::model::new_chat_menu_top_level out{
        .chat_menu_item = im::model::new_chat_menu_item{.action_type = im::chat_menu_action::NONE,
                                                        .name = std::move(name)}};
    for (std::size_t i = 0; i < children; ++i)
        out.children.push_back({.chat_menu_item = im::model::chat_menu_item{
                                    .action_type = im::chat_menu_action::REDIRECT_LINK,
                                    .redirect_link = link_to("https://example.com/child"),
                                    .name = "child " + std::to_string(i)}});
    return out;
}

/// A world in which Ann owns the group, Ben is a member, and the bot has uploaded an icon.
struct parts_world : world {
    feishu::image_key icon = tenant.add_resource({.file = {}, .app = bot.app_id, .is_image = true});
    feishu::image_key other_icon = tenant.add_resource({.file = {}, .app = "cli_other", .is_image = true});

    emulator::chat_parts& parts() { return *tenant.find_chat_parts(ops); }

    im::chat_tab::create add_tabs(std::vector<im::model::new_chat_tab> tabs) const {
        return {.chat_id = ops, .chat_tabs = std::move(tabs)};
    }
    im::chat_menu_tree::create add_menu(std::vector<im::model::new_chat_menu_top_level> items) const {
        return {.chat_id = ops,
                .menu_tree = im::model::new_chat_menu_tree{.chat_menu_top_levels = std::move(items)}};
    }
    /// Codes of an endpoint's checks of the chat and of the caller.
    template <class E>
    void check_access(E request, int unknown, int dissolved) {
        BOOST_TEST_CONTEXT(E::spec.id) {
            auto elsewhere = request;
            elsewhere.chat_id = "oc_unknown";
            BOOST_TEST(code(elsewhere) == unknown);
            auto without_bot = as_bot();
            without_bot.app.bot = false;
            BOOST_TEST(run_with(without_bot, request).error().code == 232025);
            if (feishu::accepts(E::spec.tokens, feishu::token::user))
                BOOST_TEST(run_as(eve, request).error().code == 232011);
            auto outside = as_bot();
            outside.app.app_id = "cli_outside";
            BOOST_TEST(run_with(outside, request).error().code == 232011);
            group().dissolved = true;
            BOOST_TEST(code(request) == dissolved);
            group().dissolved = false;
        }
    }
    feishu::chat_id one_to_one() { return tenant.enter(ann, bot.app_id); }
};

} // namespace

BOOST_AUTO_TEST_SUITE(emulator_chat_part_rules)

// chat_tab

BOOST_AUTO_TEST_CASE(a_chat_has_a_tab_for_its_messages_and_new_tabs_follow) {
    parts_world w;
    auto const tabs =
        w.run(w.add_tabs({url_tab("site"), doc_tab("https://example.com/doc")})).value().chat_tabs;
    BOOST_TEST_REQUIRE(tabs.size() == 3u);
    BOOST_TEST((tabs[0].tab_type == im::chat_tab_type::message));
    BOOST_TEST(tabs[1].tab_name == "site");
    BOOST_TEST(*tabs[1].tab_content->url == "https://example.com");
    BOOST_TEST(tabs[1].tab_id.str().size() == 19u);
    BOOST_TEST(*tabs[2].tab_content->doc == "https://example.com/doc");
    BOOST_TEST(!tabs[2].tab_config.has_value()); // of tabs with a URL only
    BOOST_TEST(w.run_as(w.ben, im::chat_tab::list_tabs{.chat_id = w.ops}).value().chat_tabs.size() == 3u);
    BOOST_TEST(w.parts().tabs.size() == 3u);
}

BOOST_AUTO_TEST_CASE(a_one_to_one_chat_has_tabs_too) {
    parts_world w;
    auto const chat = w.one_to_one();
    BOOST_TEST(w.code(im::chat_tab::create{.chat_id = chat, .chat_tabs = {url_tab("site")}}) == 0);
    BOOST_TEST(w.run(im::chat_tab::list_tabs{.chat_id = chat}).value().chat_tabs.size() == 2u);
}

BOOST_AUTO_TEST_CASE(the_content_of_a_tab_must_match_its_type) {
    parts_world w;
    auto const code = [&](im::model::new_chat_tab tab) { return w.code(w.add_tabs({std::move(tab)})); };
    BOOST_TEST(code({.tab_type = im::chat_tab_type::pin}) == 232001);
    BOOST_TEST(code(url_tab(std::string(61, 'x'))) == 232047);
    BOOST_TEST(code(url_tab("\u4f60\u597d")) == 0); // characters, not bytes
    BOOST_TEST(code(url_tab("x", "ftp://example.com")) == 232048);
    BOOST_TEST(code({.tab_type = im::chat_tab_type::doc}) == 232048);
    w.tenant.settings.private_documents = {"https://example.com/private"};
    BOOST_TEST(code(doc_tab("https://example.com/private")) == 232051);
}

BOOST_AUTO_TEST_CASE(the_icon_of_a_tab_must_be_an_image_of_the_app) {
    parts_world w;
    auto tab = url_tab("site");
    tab.tab_config = im::model::chat_tab_config{.icon_key = w.other_icon};
    BOOST_TEST(w.code(w.add_tabs({tab})) == 232056);
    tab.tab_config->icon_key = "img_v3_unknown";
    BOOST_TEST(w.code(w.add_tabs({tab})) == 232001);
    tab.tab_config->icon_key = w.icon;
    BOOST_TEST(w.code(w.add_tabs({tab})) == 0);
}

BOOST_AUTO_TEST_CASE(a_chat_has_at_most_twenty_tabs_besides_its_own) {
    parts_world w;
    BOOST_TEST(w.code(w.add_tabs(std::vector<im::model::new_chat_tab>(20, url_tab("site")))) == 0);
    BOOST_TEST(w.code(w.add_tabs({url_tab("site")})) == 232046);
}

BOOST_AUTO_TEST_CASE(an_update_changes_the_given_fields_of_a_tab) {
    parts_world w;
    auto const id = w.run(w.add_tabs({url_tab("site")})).value().chat_tabs[1].tab_id;
    im::model::chat_tab_update change{.tab_id = id, .tab_name = "page", .tab_type = im::chat_tab_type::url};
    auto const code = [&](im::model::chat_tab_update wanted) {
        return w.code(im::chat_tab::update_tabs{.chat_id = w.ops, .chat_tabs = {std::move(wanted)}});
    };
    BOOST_TEST(code(change) == 0);
    BOOST_TEST(w.parts().tabs[1].tab_name == "page");
    BOOST_TEST(*w.parts().tabs[1].tab_content->url == "https://example.com");
    change.tab_name = std::string(61, 'x');
    BOOST_TEST(code(change) == 232047);
    change.tab_name = "doc";
    change.tab_type = im::chat_tab_type::doc; // whose content is missing
    BOOST_TEST(code(change) == 232048);
    change.tab_content = im::model::chat_tab_content{.doc = "https://example.com/private"};
    w.tenant.settings.private_documents = {"https://example.com/private"};
    BOOST_TEST(code(change) == 232051);
    change.tab_type = im::chat_tab_type::url;
    change.tab_content = im::model::chat_tab_content{.url = "https://example.com"};
    change.tab_config = im::model::chat_tab_config{.icon_key = w.other_icon};
    BOOST_TEST(code(change) == 232056);
    change.tab_id = "1";
    BOOST_TEST(code(change) == 232001);
    change.tab_id = w.parts().tabs[0].tab_id;
    BOOST_TEST(code(change) == 232049);
    BOOST_TEST(w.parts().tabs[1].tab_name == "page");
}

BOOST_AUTO_TEST_CASE(tabs_are_deleted_all_or_none) {
    parts_world w;
    auto const tabs = w.run(w.add_tabs({url_tab("a"), url_tab("b")})).value().chat_tabs;
    auto const code = [&](std::vector<feishu::tab_id> ids) {
        return w.code(im::chat_tab::delete_tabs{.chat_id = w.ops, .tab_ids = std::move(ids)});
    };
    BOOST_TEST(code({tabs[1].tab_id, "1"}) == 232001);
    BOOST_TEST(code({tabs[1].tab_id, tabs[0].tab_id}) == 232049);
    BOOST_TEST(w.parts().tabs.size() == 3u);
    BOOST_TEST(code({tabs[1].tab_id}) == 0);
    BOOST_TEST_REQUIRE(w.parts().tabs.size() == 2u);
    BOOST_TEST(w.parts().tabs[1].tab_name == "b");
}

BOOST_AUTO_TEST_CASE(sorting_keeps_the_tab_of_the_messages_first) {
    parts_world w;
    auto const tabs = w.run(w.add_tabs({url_tab("a"), url_tab("b"), url_tab("c")})).value().chat_tabs;
    auto const sort = [&](std::vector<feishu::tab_id> ids) {
        return w.run(im::chat_tab::sort_tabs{.chat_id = w.ops, .tab_ids = std::move(ids)});
    };
    auto const sorted = sort({tabs[3].tab_id, tabs[0].tab_id, tabs[1].tab_id}).value().chat_tabs;
    std::string names;
    for (auto const& tab : sorted)
        names += tab.tab_name + ",";
    BOOST_TEST(names == ",c,a,b,");
    BOOST_TEST(sort({tabs[3].tab_id}).error().code == 232001);
    BOOST_TEST(sort({tabs[0].tab_id, tabs[3].tab_id, tabs[3].tab_id}).error().code == 232001);
}

BOOST_AUTO_TEST_CASE(tabs_need_the_chat_and_membership) {
    parts_world w;
    auto const id = w.run(w.add_tabs({url_tab("a")})).value().chat_tabs[1].tab_id;
    w.check_access(w.add_tabs({url_tab("b")}), 232006, 232009);
    w.check_access(im::chat_tab::list_tabs{.chat_id = w.ops}, 232006, 232011);
    w.check_access(im::chat_tab::delete_tabs{.chat_id = w.ops, .tab_ids = {id}}, 232006, 232009);
    w.check_access(im::chat_tab::sort_tabs{.chat_id = w.ops}, 232006, 232009);
    w.check_access(im::chat_tab::update_tabs{.chat_id = w.ops}, 232006, 232009);
}

BOOST_AUTO_TEST_CASE(a_group_may_reserve_tabs_and_menu_to_its_managers) {
    parts_world w;
    auto const id = w.run(w.add_tabs({url_tab("a")})).value().chat_tabs[1].tab_id;
    auto const menu = w.run(w.add_menu({menu_link("a")})).value().menu_tree.chat_menu_top_levels[0];
    auto const item = menu.chat_menu_top_level_id;
    w.parts().only_managers_edit_tabs = true;
    BOOST_TEST(w.code(w.add_tabs({url_tab("b")})) == 232055);
    BOOST_TEST(w.run_as(w.ben, w.add_tabs({url_tab("b")})).error().code == 232055);
    BOOST_TEST(w.code(im::chat_tab::delete_tabs{.chat_id = w.ops, .tab_ids = {id}}) == 232055);
    BOOST_TEST(w.code(im::chat_tab::sort_tabs{.chat_id = w.ops}) == 232055);
    BOOST_TEST(w.code(im::chat_tab::update_tabs{.chat_id = w.ops}) == 232055);
    BOOST_TEST(w.code(w.add_menu({menu_link("b")})) == 232055);
    BOOST_TEST(w.code(im::chat_menu_tree::delete_{.chat_id = w.ops, .chat_menu_top_level_ids = {item}}) ==
               232055);
    BOOST_TEST(w.code(im::chat_menu_tree::sort{.chat_id = w.ops, .chat_menu_top_level_ids = {item}}) ==
               232055);
    BOOST_TEST(w.code(im::chat_menu_item::patch{.chat_id = w.ops,
                                                .menu_item_id = item,
                                                .update_fields = {im::chat_menu_field::NAME},
                                                .chat_menu_item = im::model::chat_menu_item{.name = "b"}}) ==
               232055);
    BOOST_TEST(w.run_as(w.ann, w.add_tabs({url_tab("b")})).has_value()); // the owner
    w.group().creator_bot = w.bot.app_id;
    BOOST_TEST(w.code(w.add_tabs({url_tab("c")})) == 0);
    w.bot.scopes = {{"im:chat"}}; // without im:chat:operate_as_owner
    BOOST_TEST(w.code(w.add_tabs({url_tab("d")})) == 232055);
}

// chat_menu_tree, chat_menu_item

BOOST_AUTO_TEST_CASE(a_menu_has_three_items_with_five_below_each) {
    parts_world w;
    auto const menu = w.run(w.add_menu({menu_parent("tools", 5), menu_link("site")})).value().menu_tree;
    BOOST_TEST_REQUIRE(menu.chat_menu_top_levels.size() == 2u);
    BOOST_TEST(menu.chat_menu_top_levels[0].children.size() == 5u);
    BOOST_TEST(*menu.chat_menu_top_levels[0].children[4].chat_menu_item->name == "child 4");
    BOOST_TEST(w.code(w.add_menu({menu_link("a"), menu_link("b")})) == 232070);
    BOOST_TEST(w.code(w.add_menu({menu_parent("more", 6)})) == 232071);
    BOOST_TEST(w.code(w.add_menu({menu_link("third")})) == 0);
    BOOST_TEST(
        w.run(im::chat_menu_tree::get{.chat_id = w.ops}).value().menu_tree.chat_menu_top_levels.size() == 3u);
}

BOOST_AUTO_TEST_CASE(an_item_of_a_menu_is_a_link_or_has_items_below_it) {
    parts_world w;
    BOOST_TEST(w.code(w.add_menu({menu_link("a", "javascript:0")})) == 232078);
    auto parent = menu_parent("a", 1);
    parent.chat_menu_item.value().action_type = im::chat_menu_action::REDIRECT_LINK;
    parent.chat_menu_item.value().redirect_link = link_to("https://example.com");
    BOOST_TEST(w.code(w.add_menu({parent})) == 232078);
    parent = menu_parent("a", 1);
    parent.chat_menu_item.value().image_key = w.icon;
    BOOST_TEST(w.code(w.add_menu({parent})) == 232078);
    auto link = menu_link("a");
    link.chat_menu_item.value().redirect_link.reset();
    BOOST_TEST(w.code(w.add_menu({link})) == 232078);
    link = menu_link("a");
    link.chat_menu_item.value().image_key = w.other_icon;
    BOOST_TEST(w.code(w.add_menu({link})) == 232056);
    link.chat_menu_item.value().image_key = w.icon;
    BOOST_TEST(w.code(w.add_menu({link})) == 0);
    BOOST_TEST(w.parts().menu.size() == 1u);
}

BOOST_AUTO_TEST_CASE(top_level_items_are_sorted_and_deleted) {
    parts_world w;
    auto const tops =
        w.run(w.add_menu({menu_link("a"), menu_link("b")})).value().menu_tree.chat_menu_top_levels;
    auto const a = tops[0].chat_menu_top_level_id;
    auto const b = tops[1].chat_menu_top_level_id;
    using ids = std::vector<feishu::menu_item_id>;
    auto const sort = [&](ids wanted) {
        return w.code(
            im::chat_menu_tree::sort{.chat_id = w.ops, .chat_menu_top_level_ids = std::move(wanted)});
    };
    BOOST_TEST(sort({b, a}) == 0);
    BOOST_TEST(*w.parts().menu[0].chat_menu_item->name == "b");
    for (auto const& wanted : {ids{a}, ids{a, a}, ids{a, "1"}, ids{}})
        BOOST_TEST(sort(wanted) == 232072);
    auto const remove = [&](ids wanted) {
        return w.code(
            im::chat_menu_tree::delete_{.chat_id = w.ops, .chat_menu_top_level_ids = std::move(wanted)});
    };
    BOOST_TEST(remove({a, "1"}) == 232001);
    BOOST_TEST(w.parts().menu.size() == 2u);
    BOOST_TEST(remove({b}) == 0);
    BOOST_TEST(*w.parts().menu.at(0).chat_menu_item->name == "a");
}

BOOST_AUTO_TEST_CASE(an_item_of_either_level_is_changed_field_by_field) {
    parts_world w;
    auto const top = w.run(w.add_menu({menu_parent("tools", 1)})).value().menu_tree.chat_menu_top_levels[0];
    using field = im::chat_menu_field;
    auto const patch = [&](std::string const& id, std::vector<feishu::open<field>> fields,
                           im::model::chat_menu_item item) {
        return w.code(im::chat_menu_item::patch{.chat_id = w.ops,
                                                .menu_item_id = id,
                                                .update_fields = std::move(fields),
                                                .chat_menu_item = std::move(item)});
    };
    auto const top_id = top.chat_menu_top_level_id.str();
    auto const child_id = top.children[0].chat_menu_second_level_id.str();
    BOOST_TEST(
        patch(top_id, {field::NAME}, {.redirect_link = link_to("https://no.example"), .name = "box"}) == 0);
    BOOST_TEST(*w.parts().menu[0].chat_menu_item->name == "box");
    BOOST_TEST(!w.parts().menu[0].chat_menu_item->redirect_link.has_value());
    BOOST_TEST(patch(child_id, {field::REDIRECT_LINK, field::ICON, field::I18N_NAME},
                     {.redirect_link = link_to("https://new.example"), .image_key = w.icon}) == 0);
    BOOST_TEST(*w.parts().menu[0].children[0].chat_menu_item->redirect_link->common_url ==
               "https://new.example");
    BOOST_TEST(patch(child_id, {field::ICON}, {.image_key = w.other_icon}) == 232056);
    BOOST_TEST(patch(child_id, {field::REDIRECT_LINK}, {}) == 232078);
    BOOST_TEST(patch(top_id, {field::ICON}, {.image_key = w.icon}) == 232078);
    BOOST_TEST(patch(top_id, {field::NAME}, {}) == 232001);
    BOOST_TEST(patch("1", {field::NAME}, {.name = "x"}) == 232001);
}

BOOST_AUTO_TEST_CASE(menus_need_a_group_and_membership) {
    parts_world w;
    auto const id =
        w.run(w.add_menu({menu_link("a")})).value().menu_tree.chat_menu_top_levels[0].chat_menu_top_level_id;
    im::chat_menu_tree::delete_ const remove{.chat_id = w.ops, .chat_menu_top_level_ids = {id}};
    im::chat_menu_tree::sort const sort{.chat_id = w.ops, .chat_menu_top_level_ids = {id}};
    im::chat_menu_item::patch const patch{.chat_id = w.ops,
                                          .menu_item_id = id,
                                          .update_fields = {im::chat_menu_field::NAME},
                                          .chat_menu_item = im::model::chat_menu_item{.name = "b"}};
    w.check_access(im::chat_menu_tree::get{.chat_id = w.ops}, 232001, 232011);
    w.check_access(w.add_menu({menu_link("b")}), 232001, 232009);
    w.check_access(remove, 232001, 232009);
    w.check_access(sort, 232001, 232009);
    w.check_access(patch, 232001, 232009);
    auto const chat = w.one_to_one();
    auto add = w.add_menu({menu_link("b")});
    add.chat_id = chat;
    BOOST_TEST(w.code(add) == 232008);
    auto remove_there = remove;
    remove_there.chat_id = chat;
    BOOST_TEST(w.code(remove_there) == 232008);
    BOOST_TEST(w.code(im::chat_menu_tree::get{.chat_id = chat}) == 232001);
}

BOOST_AUTO_TEST_CASE(a_user_opens_the_link_of_a_menu_item) {
    parts_world w;
    w.run(w.add_menu({menu_parent("tools", 1), menu_link("site", "https://example.com/site")})).value();
    BOOST_TEST(w.tenant.tap_chat_menu(w.ben, w.ops, "site").value() == "https://example.com/site");
    BOOST_TEST(w.tenant.tap_chat_menu(w.ben, w.ops, "child 0").value() == "https://example.com/child");
    BOOST_TEST(w.tenant.tap_chat_menu(w.ben, w.ops, "tools").error().code == 232001);
    BOOST_TEST(w.tenant.tap_chat_menu(w.eve, w.ops, "site").error().code == 232011);
}

// chat_top_notice

BOOST_AUTO_TEST_CASE(a_message_or_the_announcement_is_pinned_to_the_top) {
    parts_world w;
    auto const id = w.sent();
    im::chat_top_notice::put_top_notice request{
        .chat_id = w.ops,
        .chat_top_notice = {
            im::model::chat_top_notice{.action_type = im::top_notice_type::message, .message_id = id}}};
    BOOST_TEST(w.code(request) == 0);
    BOOST_TEST(w.parts().top_notice->message_id == id);
    BOOST_TEST(w.parts().top_notice->app == w.bot.app_id);
    BOOST_TEST(w.run_as(w.ben,
                        im::chat_top_notice::put_top_notice{
                            .chat_id = w.ops, .chat_top_notice = {im::model::chat_top_notice{}}})
                   .has_value());
    BOOST_TEST((w.parts().top_notice->type == im::top_notice_type::announcement));
    BOOST_TEST(w.parts().top_notice->user == w.ben.open_id);
    BOOST_TEST(w.code(im::chat_top_notice::delete_top_notice{.chat_id = w.ops}) == 0);
    BOOST_TEST(!w.parts().top_notice.has_value());
    BOOST_TEST(w.code(im::chat_top_notice::delete_top_notice{.chat_id = w.ops}) == 0);
}

BOOST_AUTO_TEST_CASE(only_a_message_of_the_group_can_be_pinned_to_its_top) {
    parts_world w;
    auto const code = [&](feishu::message_id id) {
        return w.code(im::chat_top_notice::put_top_notice{
            .chat_id = w.ops,
            .chat_top_notice = {im::model::chat_top_notice{.action_type = im::top_notice_type::message,
                                                           .message_id = std::move(id)}}});
    };
    BOOST_TEST(code("om_unknown") == 232001);
    BOOST_TEST(code(w.run(w.to_user(w.ann, "hi")).value().message_id) == 232001);
    auto const id = w.sent();
    w.tenant.find_message(id)->deleted = true;
    BOOST_TEST(code(id) == 232001);
    BOOST_TEST(w.code(im::chat_top_notice::put_top_notice{
                   .chat_id = w.ops, .chat_top_notice = std::vector<im::model::chat_top_notice>{}}) ==
               232001);
}

BOOST_AUTO_TEST_CASE(top_notices_need_a_group_and_permission) {
    parts_world w;
    im::chat_top_notice::put_top_notice const put{.chat_id = w.ops,
                                                  .chat_top_notice = {im::model::chat_top_notice{}}};
    im::chat_top_notice::delete_top_notice const remove{.chat_id = w.ops};
    w.check_access(put, 232001, 232009);
    w.check_access(remove, 232001, 232009);
    w.parts().only_managers_pin = true;
    BOOST_TEST(w.code(put) == 232014);
    BOOST_TEST(w.code(remove) == 232014);
    BOOST_TEST(w.run_as(w.ann, put).has_value());
    BOOST_TEST(w.code(im::chat_top_notice::delete_top_notice{.chat_id = w.one_to_one()}) == 232001);
}

// chat_announcement: legacy documents

namespace {

std::string insert_line(std::string_view text, std::string_view where) {
    return R"({"requestType":"InsertBlocksRequestType","insertBlocksRequest":{"payload":"{\"blocks\":[{\"type\":\"paragraph\",\"paragraph\":{\"elements\":[{\"type\":\"textRun\",\"textRun\":{\"text\":\")" +
           std::string(text) + R"(\",\"style\":{}}}],\"style\":{}}}]}","location":{"zoneId":"0",)" +
           std::string(where) + "}}}";
}

std::string const at_end = R"("index":0,"endOfZone":true)";

struct legacy_world : parts_world {
    legacy_world() { shown().legacy = true; }
    emulator::announcement& shown() { return *tenant.find_announcement(ops); }
    im::chat_announcement::patch patch(std::vector<std::string> requests, std::string revision = "1") const {
        im::chat_announcement::patch out{.chat_id = ops, .revision = std::move(revision)};
        for (auto const& request : requests)
            out.requests.push_back(request);
        return out;
    }
};

} // namespace

BOOST_AUTO_TEST_CASE(a_legacy_announcement_is_edited_by_blocks_and_read_as_a_document) {
    legacy_world w;
    w.tenant.advance(10s);
    BOOST_TEST(w.code(w.patch({insert_line("two", at_end), insert_line("one", R"("startOfZone":true)")})) ==
               0);
    BOOST_TEST(w.tenant.announcement_text(w.ops) == "one\ntwo");
    auto const got = w.run(im::chat_announcement::get{.chat_id = w.ops}).value();
    BOOST_TEST(got.revision == "2");
    BOOST_TEST(got.create_time.count() == 1'700'000'000);
    BOOST_TEST(got.update_time.count() == 1'700'000'010);
    BOOST_TEST(got.owner_id == w.ann.open_id.str());
    BOOST_TEST((got.owner_id_type == im::member_id_type::open_id));
    BOOST_TEST(got.modifier_id == w.bot.app_id.str());
    BOOST_TEST((got.modifier_id_type == im::member_id_type::app_id));
    BOOST_TEST(got.content.document().find(R"("location":{"zoneId":"0","startIndex":5,"endIndex":8})") !=
               std::string::npos);
    auto const by_union_id =
        w.run(im::chat_announcement::get{.chat_id = w.ops, .user_id_type = feishu::user_id_type::union_id})
            .value();
    BOOST_TEST(by_union_id.owner_id == w.ann.union_id.str());
}

BOOST_AUTO_TEST_CASE(a_range_of_a_legacy_announcement_is_deleted_and_its_title_replaced) {
    legacy_world w;
    w.tenant.write_announcement(w.ben, w.ops, "one\ntwo\nthree").value();
    BOOST_TEST(
        w.code(w.patch(
            {R"({"requestType":"DeleteContentRangeRequestType","deleteContentRangeRequest":{"contentRange":{"zoneId":"0","startIndex":5,"endIndex":8}}})",
             R"({"requestType":"UpdateTitleRequestType","updateTitleRequest":{"payload":"{\"elements\":[{\"type\":\"textRun\",\"textRun\":{\"text\":\"News\",\"style\":{}}}]}"}})",
             insert_line("two", R"("index":9)"), // where the third line is after the title
             insert_line("four", R"("index":18)")},
            "2")) == 0);
    BOOST_TEST(w.tenant.announcement_text(w.ops) == "one\ntwo\nthree\nfour");
    BOOST_TEST(w.shown().document.find("News") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_malformed_change_of_a_legacy_announcement_changes_nothing) {
    legacy_world w;
    for (
        auto const* request :
        {"[]", "{}", R"({"requestType":"InsertTableRowRequestType"})",
         R"({"requestType":"InsertBlocksRequestType"})",
         R"({"requestType":"InsertBlocksRequestType","insertBlocksRequest":{"payload":"{","location":{}}})",
         R"({"requestType":"InsertBlocksRequestType","insertBlocksRequest":{"payload":"{\"blocks\":[1]}","location":{"endOfZone":true}}})",
         R"({"requestType":"DeleteContentRangeRequestType","deleteContentRangeRequest":{"contentRange":{"startIndex":3,"endIndex":1}}})",
         R"({"requestType":"UpdateTitleRequestType","updateTitleRequest":{"payload":"{}"}})"})
        BOOST_TEST(w.code(w.patch({insert_line("one", at_end), request})) == 232018);
    BOOST_TEST(w.code(w.patch({insert_line("one", R"("index":1000)")})) == 232018);
    BOOST_TEST(w.tenant.announcement_text(w.ops) == "");
    BOOST_TEST(w.shown().revision == 1);
}

BOOST_AUTO_TEST_CASE(a_change_may_be_of_one_of_the_last_hundred_revisions) {
    legacy_world w;
    for (auto const* revision : {"", "x", "-1", "2", "99999999999999999999"})
        BOOST_TEST(w.code(w.patch({insert_line("one", at_end)}, revision)) == 232001);
    w.shown().revision = 102;
    BOOST_TEST(w.code(w.patch({insert_line("one", at_end)}, "1")) == 232018);
    BOOST_TEST(w.code(w.patch({insert_line("one", at_end)}, "2")) == 0);
}

BOOST_AUTO_TEST_CASE(a_legacy_announcement_needs_permission) {
    legacy_world w;
    auto const patch = w.patch({insert_line("one", at_end)});
    im::chat_announcement::get const get{.chat_id = w.ops};
    w.check_access(get, 232001, 232011);
    w.check_access(patch, 232001, 232009);
    w.parts().only_managers_edit_announcement = true;
    BOOST_TEST(w.code(patch) == 232002);
    BOOST_TEST(w.code(get) == 0);
    w.parts().only_managers_edit_announcement = false;
    w.shown().editable = false;
    BOOST_TEST(w.code(patch) == 232066);
    w.shown().readable = false;
    BOOST_TEST(w.code(get) == 232066);
    w.shown().legacy = false;
    BOOST_TEST(w.code(get) == 232097);
    BOOST_TEST(w.code(patch) == 232097);
    auto const chat = w.one_to_one();
    BOOST_TEST(w.code(im::chat_announcement::get{.chat_id = chat}) == 232003);
    auto elsewhere = patch;
    elsewhere.chat_id = chat;
    BOOST_TEST(w.code(elsewhere) == 232003);
}

BOOST_AUTO_TEST_SUITE_END()
