#include <feishu/emulator/handlers/docx/v1/chat_announcement.hpp>
#include <feishu/emulator/handlers/docx/v1/chat_announcement_block.hpp>
#include <feishu/emulator/handlers/docx/v1/chat_announcement_block_children.hpp>
#include <feishu/emulator/impl/announcement/blocks.hpp>

#include "../../../world.hpp"

using namespace test;
namespace docx = feishu::docx::v1;
namespace children = docx::chat_announcement_block_children;
namespace blocks = docx::chat_announcement_block;

namespace {

using type = docx::block_type;
using docx::model::block;

block paragraph(std::string text) { return emulator::detail::text_block(std::move(text)); }

/// A block whose content is `Member`, empty.
template <auto Member>
block block_of(type kind) {
    block out;
    out.block_type = kind;
    auto& content = (out.*Member).emplace();
    if constexpr (std::is_same_v<decltype(content), boost::json::value&>)
        content.emplace_object();
    return out;
}

block table_of(int rows, int columns) {
    auto out = block_of<&block::table>(type::table);
    out.table->property = docx::model::table_property{.row_size = rows, .column_size = columns};
    return out;
}

block grid_of(int columns) {
    auto out = block_of<&block::grid>(type::grid);
    out.grid->column_size = columns;
    return out;
}

docx::model::text_element mention(std::string user) {
    docx::model::text_element out;
    out.mention_user = docx::model::mention_user{.user_id = std::move(user)};
    return out;
}

docx::model::text_element run(std::string text) {
    docx::model::text_element out;
    out.text_run = docx::model::text_run{.content = std::move(text)};
    return out;
}

struct announcement_world : world {
    emulator::announcement& shown() { return *tenant.find_announcement(ops); }
    std::string text() { return tenant.announcement_text(ops); }

    children::create add_to(std::string parent, std::vector<block> added,
                            std::optional<int> index = {}) const {
        children::create out{.chat_id = ops, .block_id = std::move(parent), .children = std::move(added)};
        if (index)
            out.index = *index;
        return out;
    }
    children::create add(std::vector<block> added, std::optional<int> index = {}) const {
        return add_to(ops.str(), std::move(added), index);
    }
    /// The id of a new block in the root.
    std::string added(block one) {
        std::vector<block> list;
        list.push_back(std::move(one));
        return *run(add(std::move(list))).value().children.at(0).block_id;
    }
    template <class... B>
    int code_of_adding(std::string parent, B... added) {
        std::vector<block> list;
        (list.push_back(std::move(added)), ...);
        return code(add_to(std::move(parent), std::move(list)));
    }
    children::batch_delete remove(int first, int last, std::string parent = {}) const {
        return {.chat_id = ops,
                .block_id = parent.empty() ? ops.str() : parent,
                .start_index = first,
                .end_index = last};
    }
    blocks::batch_update update(std::string id, docx::model::block_update change) const {
        change.block_id = std::move(id);
        return {.chat_id = ops, .requests = {std::move(change)}};
    }
    block get(std::string id) {
        return run(blocks::get{.chat_id = ops, .block_id = std::move(id)}).value().block;
    }

    template <class Operation>
    int apply(std::string const& id, std::optional<Operation> docx::model::block_update::*member,
              Operation operation) {
        docx::model::block_update change;
        change.*member = std::move(operation);
        return code(update(id, std::move(change)));
    }
};

using change = docx::model::block_update;

} // namespace

BOOST_AUTO_TEST_SUITE(emulator_announcement_rules)

// chat_announcement

BOOST_AUTO_TEST_CASE(an_announcement_names_its_revision_owner_and_modifier) {
    announcement_world w;
    auto const before = w.run(docx::chat_announcement::get{.chat_id = w.ops}).value();
    BOOST_TEST(before.revision_id == 1);
    BOOST_TEST(before.owner_id == w.ann.open_id.str());
    BOOST_TEST((before.announcement_type == docx::announcement_type::docx));
    w.tenant.advance(1min);
    BOOST_TEST(w.run_as(w.ben, w.add({paragraph("hello")})).has_value());
    auto const after =
        w.run(docx::chat_announcement::get{.chat_id = w.ops, .user_id_type = feishu::user_id_type::union_id})
            .value();
    BOOST_TEST(after.revision_id == 2);
    BOOST_TEST(after.create_time == 1'700'000'000);
    BOOST_TEST(after.update_time == 1'700'000'060);
    BOOST_TEST(after.owner_id == w.ann.union_id.str());
    BOOST_TEST(after.modifier_id == w.ben.union_id.str());
    BOOST_TEST((after.modifier_id_type == feishu::user_id_type::union_id));
    w.run(w.add({paragraph("by the bot")})).value();
    BOOST_TEST(w.run(docx::chat_announcement::get{.chat_id = w.ops}).value().modifier_id == "");
}

BOOST_AUTO_TEST_CASE(a_legacy_announcement_has_information_but_no_blocks) {
    announcement_world w;
    w.shown().legacy = true;
    auto const got = w.run(docx::chat_announcement::get{.chat_id = w.ops}).value();
    BOOST_TEST((got.announcement_type == docx::announcement_type::doc));
    auto const root = w.ops.str();
    BOOST_TEST(w.code(blocks::get{.chat_id = w.ops, .block_id = root}) == 1772006);
    BOOST_TEST(w.code(blocks::list{.chat_id = w.ops}) == 1772006);
    BOOST_TEST(w.code(blocks::batch_update{.chat_id = w.ops}) == 1772006);
    BOOST_TEST(w.code(children::get{.chat_id = w.ops, .block_id = root}) == 1772006);
    BOOST_TEST(w.code_of_adding(root, paragraph("x")) == 1772006);
    BOOST_TEST(w.code(w.remove(0, 1)) == 1772006);
}

BOOST_AUTO_TEST_CASE(announcements_need_a_group_and_membership) {
    announcement_world w;
    auto const check = [&](auto request, bool writes, bool reads) {
        using request_type = decltype(request);
        BOOST_TEST_CONTEXT(request_type::spec.id) {
            auto without_bot = w.as_bot();
            without_bot.app.bot = false;
            BOOST_TEST(w.run_with(without_bot, request).error().code == 1772025);
            BOOST_TEST(w.run_as(w.eve, request).error().code == 1772003);
            auto elsewhere = request;
            elsewhere.chat_id = "oc_unknown";
            BOOST_TEST(w.code(elsewhere) == 1770002);
            elsewhere.chat_id = w.tenant.enter(w.ann, w.bot.app_id);
            BOOST_TEST(w.code(elsewhere) == 1772001);
            w.group().dissolved = true;
            BOOST_TEST(w.code(request) == 1770002);
            w.group().dissolved = false;
            w.shown().readable = false;
            BOOST_TEST(w.code(request) == (reads || writes ? 1770032 : 0));
            w.shown().readable = true;
            if (!writes)
                return;
            w.shown().editable = false;
            BOOST_TEST(w.code(request) == 1770032);
            w.shown().editable = true;
            w.tenant.find_chat_parts(w.ops)->only_managers_edit_announcement = true;
            BOOST_TEST(w.code(request) == 1772005);
            w.tenant.find_chat_parts(w.ops)->only_managers_edit_announcement = false;
        }
    };
    auto const root = w.ops.str();
    check(docx::chat_announcement::get{.chat_id = w.ops}, false, false);
    check(blocks::get{.chat_id = w.ops, .block_id = root}, false, true);
    check(blocks::list{.chat_id = w.ops}, false, true);
    check(children::get{.chat_id = w.ops, .block_id = root}, false, true);
    check(blocks::batch_update{.chat_id = w.ops}, true, true);
    check(w.add({paragraph("x")}), true, true);
    check(w.remove(0, 1), true, true);
}

// children

BOOST_AUTO_TEST_CASE(blocks_are_added_at_an_index_or_at_the_end) {
    announcement_world w;
    w.run(w.add({paragraph("one"), paragraph("three")})).value();
    auto const second = w.run(w.add({paragraph("two")}, 1)).value();
    BOOST_TEST(w.text() == "one\ntwo\nthree");
    BOOST_TEST(second.revision_id == 3);
    BOOST_TEST(second.client_token != "");
    BOOST_TEST(*second.children.at(0).parent_id == w.ops.str());
    BOOST_TEST(second.children.at(0).block_id->starts_with("doxcn"));
    w.run(w.add({paragraph("four")}, -1)).value();
    BOOST_TEST(w.text() == "one\ntwo\nthree\nfour");
    BOOST_TEST(w.code(w.add({paragraph("x")}, 5)) == 1770001);
    BOOST_TEST(w.code(w.add({})) == 1770001);
    auto const parent = *second.children[0].block_id;
    w.run(w.add_to(parent, {paragraph("below two")})).value();
    BOOST_TEST(w.text() == "one\ntwo\nbelow two\nthree\nfour");
}

BOOST_AUTO_TEST_CASE(a_client_token_is_applied_once) {
    announcement_world w;
    auto request = w.add({paragraph("once")});
    request.client_token = "token-1";
    auto const first = w.run(request).value();
    auto const again = w.run(request).value();
    BOOST_TEST(w.text() == "once");
    BOOST_TEST(again.client_token == "token-1");
    BOOST_TEST(again.revision_id == first.revision_id);
    BOOST_TEST(*again.children.at(0).block_id == *first.children.at(0).block_id);
    auto remove = w.remove(0, 1);
    remove.client_token = "token-2";
    BOOST_TEST(w.code(remove) == 0);
    BOOST_TEST(w.code(remove) == 0);
    BOOST_TEST(w.text() == "");
}

BOOST_AUTO_TEST_CASE(an_earlier_revision_is_read_and_changes_apply_to_the_latest) {
    announcement_world w;
    auto const id = w.added(paragraph("one")); // revision 2
    change replace;
    replace.update_text_elements = docx::model::update_text_elements{.elements = {run("two")}};
    w.run(w.update(id, std::move(replace))).value(); // revision 3
    w.run(w.remove(0, 1)).value();                   // revision 4
    auto const at = [&](std::int64_t revision) {
        return w.run(blocks::list{.chat_id = w.ops, .revision_id = revision}).value().items;
    };
    BOOST_TEST(at(-1).size() == 1u);
    BOOST_TEST(at(1).size() == 1u);
    BOOST_TEST(emulator::detail::plain_text(*at(2).at(1).text) == "one");
    BOOST_TEST(emulator::detail::plain_text(*at(3).at(1).text) == "two");
    auto request = w.add({paragraph("three")});
    request.revision_id = 2;
    BOOST_TEST(w.run(request).value().revision_id == 5);
    request.revision_id = 6;
    BOOST_TEST(w.code(request) == 1770001);
    request.revision_id = 0;
    BOOST_TEST(w.code(request) == 1770001);
    w.shown().editable = false;
    BOOST_TEST(w.code(blocks::list{.chat_id = w.ops, .revision_id = 2}) == 1770032);
    BOOST_TEST(w.code(blocks::list{.chat_id = w.ops, .revision_id = 5}) == 0);
}

BOOST_AUTO_TEST_CASE(revisions_more_than_a_thousand_ago_are_gone) {
    announcement_world w;
    for (int i = 0; i < 1001; ++i)
        w.tenant.write_announcement(w.ann, w.ops, "x").value();
    auto add = w.add({paragraph("y")});
    add.revision_id = 1;
    BOOST_TEST(w.code(add) == 1770021);
    auto remove = w.remove(0, 1);
    remove.revision_id = 1;
    BOOST_TEST(w.code(remove) == 1770021);
    BOOST_TEST(w.code(blocks::batch_update{.chat_id = w.ops, .revision_id = 1}) == 1770021);
    BOOST_TEST(w.code(blocks::list{.chat_id = w.ops, .revision_id = 1}) == 1770001);
    add.revision_id = 2;
    BOOST_TEST(w.code(add) == 0);
}

BOOST_AUTO_TEST_CASE(changes_distinguish_unknown_and_deleted_blocks) {
    announcement_world w;
    auto const id = w.added(paragraph("one"));
    w.run(w.remove(0, 1)).value();
    BOOST_TEST(w.code_of_adding("doxcn1", paragraph("x")) == 1770002);
    BOOST_TEST(w.code_of_adding(id, paragraph("x")) == 1770003);
    BOOST_TEST(w.code(w.remove(0, 1, "doxcn1")) == 1770002);
    BOOST_TEST(w.code(w.remove(0, 1, id)) == 1770003);
    BOOST_TEST(w.apply(id, &change::replace_file, {.token = "t"}) == 1770003);
    BOOST_TEST(w.apply("doxcn1", &change::replace_file, {.token = "t"}) == 1770002);
    BOOST_TEST(w.code(blocks::get{.chat_id = w.ops, .block_id = id}) == 1770002);
    BOOST_TEST(w.code(children::get{.chat_id = w.ops, .block_id = id}) == 1770002);
}

BOOST_AUTO_TEST_CASE(the_platform_adds_cells_columns_and_views) {
    announcement_world w;
    auto const table = w.get(w.added(table_of(2, 3)));
    BOOST_TEST(table.table->cells.size() == 6u);
    BOOST_TEST(table.children.size() == 6u);
    BOOST_TEST(table.table->property->column_width.size() == 3u);
    auto const cell = w.get(table.table->cells[0]);
    BOOST_TEST((cell.block_type == type::table_cell));
    BOOST_TEST((w.get(cell.children[0]).block_type == type::text));
    auto const grid = w.get(w.added(grid_of(2)));
    BOOST_TEST(*w.get(grid.children[1]).grid_column->width_ratio == 50);
    auto const view = w.get(w.added(block_of<&block::file>(type::file)));
    BOOST_TEST((view.block_type == type::view));
    BOOST_TEST((w.get(view.children[0]).block_type == type::file));
    BOOST_TEST(w.get(w.added(block_of<&block::callout>(type::callout))).children.size() == 1u);
    BOOST_TEST(w.get(w.added(block_of<&block::quote_container>(type::quote_container))).children.size() ==
               1u);
    BOOST_TEST(w.get(w.added(block_of<&block::sheet>(type::sheet))).sheet->token->find('_') !=
               std::string::npos);
    BOOST_TEST(w.get(w.added(block_of<&block::bitable>(type::bitable))).bitable->token->size() > 7u);
    BOOST_TEST(*w.get(w.added(block_of<&block::image>(type::image))).image->width == 100);
    BOOST_TEST((w.get(w.added(block_of<&block::divider>(type::divider))).block_type == type::divider));
}

BOOST_AUTO_TEST_CASE(a_new_block_has_the_content_of_its_type) {
    announcement_world w;
    auto const root = w.ops.str();
    auto wrong = paragraph("x");
    wrong.block_type = type::bullet;
    BOOST_TEST(w.code_of_adding(root, std::move(wrong)) == 1770006);
    auto two = paragraph("x");
    two.divider.emplace().emplace_object();
    BOOST_TEST(w.code_of_adding(root, std::move(two)) == 1770006);
    auto unknown = paragraph("x");
    unknown.block_type = feishu::open<type>::from_wire("77");
    BOOST_TEST(w.code_of_adding(root, std::move(unknown)) == 1770001);
    BOOST_TEST(w.code_of_adding(root, block_of<&block::page>(type::page)) == 1770029);
    BOOST_TEST(w.code_of_adding(root, block_of<&block::table_cell>(type::table_cell)) == 1770029);
    BOOST_TEST(w.code_of_adding(root, block_of<&block::mindnote>(type::mindnote)) == 1770029);
    BOOST_TEST(w.text() == "");
}

BOOST_AUTO_TEST_CASE(tables_and_grids_have_limits) {
    announcement_world w;
    auto const root = w.ops.str();
    BOOST_TEST(w.code_of_adding(root, block_of<&block::table>(type::table)) == 1770001);
    BOOST_TEST(w.code_of_adding(root, table_of(1, 101)) == 1770010);
    BOOST_TEST(w.code_of_adding(root, table_of(21, 100)) == 1770011);
    BOOST_TEST(w.code_of_adding(root, grid_of(1)) == 1770001);
    BOOST_TEST(w.code_of_adding(root, grid_of(6)) == 1770012);
}

BOOST_AUTO_TEST_CASE(some_blocks_accept_no_blocks_or_not_these) {
    announcement_world w;
    auto const divider = w.added(block_of<&block::divider>(type::divider));
    BOOST_TEST(w.code_of_adding(divider, paragraph("x")) == 1770028);
    auto const callout = w.added(block_of<&block::callout>(type::callout));
    BOOST_TEST(w.code_of_adding(callout, block_of<&block::image>(type::image)) == 1770030);
    BOOST_TEST(w.code_of_adding(callout, paragraph("x")) == 0);
    auto const cell = w.get(w.added(table_of(1, 1))).table->cells[0];
    BOOST_TEST(w.code_of_adding(cell, table_of(1, 1)) == 1770030);
    auto const column = w.get(w.added(grid_of(2))).children[0];
    BOOST_TEST(w.code_of_adding(column, grid_of(2)) == 1770030);
}

BOOST_AUTO_TEST_CASE(resources_of_one_request_are_limited_and_must_exist) {
    announcement_world w;
    auto const code = [&](std::size_t count, auto make) {
        std::vector<block> many;
        for (std::size_t i = 0; i < count; ++i)
            many.push_back(make());
        return w.code(w.add(std::move(many)));
    };
    BOOST_TEST(code(21, [] { return block_of<&block::image>(type::image); }) == 1770035);
    BOOST_TEST(code(21, [] { return block_of<&block::isv>(type::isv); }) == 1770035);
    BOOST_TEST(code(6, [] { return block_of<&block::sheet>(type::sheet); }) == 1770035);
    BOOST_TEST(code(6, [] { return block_of<&block::bitable>(type::bitable); }) == 1770035);
    auto card = block_of<&block::chat_card>(type::chat_card);
    card.chat_card->chat_id = "oc_unknown";
    BOOST_TEST(w.code_of_adding(w.ops.str(), std::move(card)) == 1770038);
    auto shared = block_of<&block::chat_card>(type::chat_card);
    shared.chat_card->chat_id = w.ops;
    BOOST_TEST(w.code_of_adding(w.ops.str(), std::move(shared)) == 0);
}

BOOST_AUTO_TEST_CASE(mentioned_users_are_shown_with_the_requested_ids) {
    announcement_world w;
    auto one = paragraph("hi ");
    one.text->elements.push_back(mention(w.ben.union_id.str()));
    std::vector<block> list;
    list.push_back(std::move(one));
    auto request = w.add(std::move(list));
    BOOST_TEST(w.code(request) == 1770038); // not an open_id
    request.user_id_type = feishu::user_id_type::union_id;
    auto const added = w.run(request).value().children.at(0);
    BOOST_TEST(*added.text->elements[1].mention_user->user_id == w.ben.union_id.str());
    BOOST_TEST(*w.get(*added.block_id).text->elements[1].mention_user->user_id == w.ben.open_id.str());
    change many;
    many.update_text_elements = docx::model::update_text_elements{
        .elements = std::vector<docx::model::text_element>(201, mention(w.ben.open_id.str()))};
    BOOST_TEST(w.code(w.update(*added.block_id, many)) == 1770035);
    docx::model::text_element document;
    document.mention_doc.emplace();
    many.update_text_elements->elements = std::vector<docx::model::text_element>(201, document);
    BOOST_TEST(w.code(w.update(*added.block_id, many)) == 1770035);
}

BOOST_AUTO_TEST_CASE(an_announcement_has_limits) {
    announcement_world w;
    BOOST_TEST(w.code_of_adding(w.ops.str(), paragraph(std::string(100'001, 'x'))) == 1770033);
    w.tenant.settings.max_announcement_children = 1;
    BOOST_TEST(w.code_of_adding(w.ops.str(), paragraph("a"), paragraph("b")) == 1770007);
    auto const id = w.added(paragraph("a"));
    w.tenant.settings.max_announcement_depth = 2;
    BOOST_TEST(w.code_of_adding(id, paragraph("b")) == 1770005);
    w.tenant.settings.max_announcement_depth = 3;
    w.tenant.settings.max_announcement_blocks = 2;
    BOOST_TEST(w.code_of_adding(id, paragraph("b")) == 1770004);
    w.tenant.settings.max_announcement_blocks = 3;
    BOOST_TEST(w.code_of_adding(id, paragraph("b")) == 0);
}

BOOST_AUTO_TEST_CASE(a_range_of_blocks_is_deleted_with_all_below_them) {
    announcement_world w;
    w.run(w.add({paragraph("one"), paragraph("two"), paragraph("three")})).value();
    w.added(table_of(2, 2));
    BOOST_TEST(w.shown().blocks.size() == 13u);
    BOOST_TEST(w.run(w.remove(1, 4)).value().revision_id == 4);
    BOOST_TEST(w.text() == "one");
    BOOST_TEST(w.shown().blocks.size() == 2u);
    BOOST_TEST(w.code(w.remove(0, 2)) == 1770001);
    BOOST_TEST(w.code(w.remove(1, 1)) == 1770001);
    BOOST_TEST(w.code(w.remove(-1, 1)) == 1770001);
}

BOOST_AUTO_TEST_CASE(cells_columns_and_callouts_keep_a_block) {
    announcement_world w;
    auto const table = w.get(w.added(table_of(1, 1)));
    BOOST_TEST(w.code(w.remove(0, 1, *table.block_id)) == 1770031);
    BOOST_TEST(w.code(w.remove(0, 1, table.table->cells[0])) == 1770031);
    auto const callout = w.added(block_of<&block::callout>(type::callout));
    w.run(w.add_to(callout, {paragraph("x")})).value();
    BOOST_TEST(w.code(w.remove(0, 2, callout)) == 1770031);
    BOOST_TEST(w.code(w.remove(0, 1, callout)) == 0);
}

BOOST_AUTO_TEST_CASE(blocks_are_listed_page_by_page_each_before_those_below_it) {
    announcement_world w;
    auto const first = w.added(paragraph("one"));
    w.added(paragraph("two"));
    auto const below = w.run(w.add_to(first, {paragraph("below one")})).value().children.at(0);
    blocks::list request{.chat_id = w.ops, .page_size = 3};
    auto const page = w.run(request).value();
    BOOST_TEST_REQUIRE(page.items.size() == 3u);
    BOOST_TEST(page.has_more);
    BOOST_TEST((page.items[0].block_type == type::page));
    BOOST_TEST(*page.items[2].block_id == *below.block_id);
    request.page_token = page.page_token;
    auto const last = w.run(request).value();
    BOOST_TEST(last.items.size() == 1u);
    BOOST_TEST(!last.has_more);
    children::get below_root{.chat_id = w.ops, .block_id = w.ops.str(), .page_size = 1};
    auto const child = w.run(below_root).value();
    BOOST_TEST(*child.items.at(0).block_id == first);
    BOOST_TEST(child.has_more);
    below_root.page_token = page.page_token; // of another query
    BOOST_TEST(w.code(below_root) == 1770001);
    request.page_token = child.page_token;
    BOOST_TEST(w.code(request) == 1770001);
    BOOST_TEST(w.code(blocks::list{.chat_id = w.ops, .page_size = 0}) == 1770001);
}

// batch_update

BOOST_AUTO_TEST_CASE(text_and_style_of_a_block_are_updated) {
    announcement_world w;
    auto const id = w.added(paragraph("one"));
    change both;
    both.update_text =
        docx::model::update_text{.elements = {run("two")},
                                 .style = docx::model::text_style{.align = docx::align::center},
                                 .fields = {docx::text_style_field::align}};
    auto request = w.update(id, both);
    request.client_token = "token-1";
    auto const updated = w.run(request).value();
    BOOST_TEST(updated.revision_id == 3);
    BOOST_TEST(*updated.blocks.at(0).block_id == id);
    BOOST_TEST(w.text() == "two");
    BOOST_TEST((w.get(id).text->style->align == docx::align::center));
    BOOST_TEST(w.run(request).value().revision_id == 3);
    BOOST_TEST(w.run(request).value().client_token == "token-1");
}

BOOST_AUTO_TEST_CASE(updates_are_made_all_or_none) {
    announcement_world w;
    auto const id = w.added(paragraph("one"));
    change first;
    first.block_id = id;
    first.update_text_elements = docx::model::update_text_elements{.elements = {run("two")}};
    change second = first;
    blocks::batch_update request{.chat_id = w.ops, .requests = {first, second}};
    BOOST_TEST(w.code(request) == 1770019);
    second.block_id = "doxcn1";
    request.requests = {first, second};
    BOOST_TEST(w.code(request) == 1770002);
    second.block_id = w.added(block_of<&block::divider>(type::divider));
    request.requests = {first, second};
    BOOST_TEST(w.code(request) == 1770025);
    BOOST_TEST(w.text() == "one");
    BOOST_TEST(w.code(blocks::batch_update{.chat_id = w.ops}) == 1770001);
    BOOST_TEST(w.code(w.update(id, {})) == 1770001);
}

BOOST_AUTO_TEST_CASE(styles_belong_to_certain_blocks) {
    announcement_world w;
    using fields = docx::text_style_field;
    auto const text = w.added(paragraph("x"));
    auto const code = w.added(block_of<&block::code>(type::code));
    auto const todo = w.added(block_of<&block::todo>(type::todo));
    auto const heading = w.added(block_of<&block::heading2>(type::heading2));
    auto const style = [&](std::string const& id, std::vector<feishu::open<fields>> names) {
        return w.apply(id, &change::update_text_style,
                       docx::model::update_text_style{
                           .style = docx::model::text_style{.done = true, .folded = true, .wrap = true},
                           .fields = std::move(names)});
    };
    BOOST_TEST(style(text, {fields::align, fields::background_color, fields::indentation_level}) == 0);
    BOOST_TEST(style(text, {fields::done}) == 1770025);
    BOOST_TEST(style(text, {fields::folded}) == 1770025); // nothing below it
    BOOST_TEST(style(heading, {fields::folded}) == 0);
    BOOST_TEST(style(todo, {fields::done}) == 0);
    BOOST_TEST(*w.get(todo).todo->style->done);
    BOOST_TEST(style(code, {fields::language, fields::wrap}) == 0);
    BOOST_TEST(style(todo, {fields::wrap}) == 1770025);
    BOOST_TEST(style(text, {}) == 1770001);
    BOOST_TEST(style(text, {feishu::open<fields>::from_wire("9")}) == 1770001);
    BOOST_TEST(style(w.added(table_of(1, 1)), {fields::align}) == 1770025);
}

BOOST_AUTO_TEST_CASE(invalid_text_is_refused) {
    announcement_world w;
    auto const id = w.added(paragraph("x"));
    auto const set = [&](std::vector<docx::model::text_element> elements) {
        return w.apply(id, &change::update_text_elements,
                       docx::model::update_text_elements{.elements = std::move(elements)});
    };
    BOOST_TEST(set({}) == 1770001);
    BOOST_TEST(set({run(std::string(100'001, 'x'))}) == 1770033);
    BOOST_TEST(set({mention("ou_unknown")}) == 1770038);
    BOOST_TEST(set({mention(w.ben.open_id.str())}) == 0);
}

BOOST_AUTO_TEST_CASE(rows_and_columns_are_inserted_and_deleted) {
    announcement_world w;
    auto const id = w.added(table_of(2, 2));
    auto const before = w.get(id).table->cells.values();
    BOOST_TEST(w.apply(id, &change::insert_table_row, {.row_index = 1}) == 0);
    BOOST_TEST(w.apply(id, &change::insert_table_column, {.column_index = -1}) == 0);
    auto table = w.get(id);
    BOOST_TEST(*table.table->property->row_size == 3);
    BOOST_TEST(*table.table->property->column_size == 3);
    BOOST_TEST_REQUIRE(table.table->cells.size() == 9u);
    BOOST_TEST(table.table->cells[0] == before[0]);
    BOOST_TEST(table.table->cells[1] == before[1]);
    BOOST_TEST(table.table->cells[6] == before[2]);
    BOOST_TEST((table.children.values() == table.table->cells.values()));
    BOOST_TEST(table.table->property->column_width.size() == 3u);
    BOOST_TEST(w.apply(id, &change::delete_table_rows, {.row_start_index = 1, .row_end_index = 2}) == 0);
    BOOST_TEST(w.apply(id, &change::delete_table_columns, {.column_start_index = 2, .column_end_index = 3}) ==
               0);
    BOOST_TEST((w.get(id).table->cells.values() == before));
    BOOST_TEST(w.shown().blocks.size() == 2u + 2u * 4u);
}

BOOST_AUTO_TEST_CASE(rows_and_columns_out_of_range_are_refused) {
    announcement_world w;
    auto const id = w.added(table_of(2, 2));
    BOOST_TEST(w.apply(id, &change::insert_table_row, {.row_index = 3}) == 1770026);
    BOOST_TEST(w.apply(id, &change::insert_table_column, {.column_index = 3}) == 1770027);
    BOOST_TEST(w.apply(id, &change::delete_table_rows, {.row_start_index = 1, .row_end_index = 3}) ==
               1770026);
    BOOST_TEST(w.apply(id, &change::delete_table_rows, {.row_start_index = 0, .row_end_index = 2}) ==
               1770024);
    BOOST_TEST(w.apply(id, &change::delete_table_columns, {.column_start_index = 1, .column_end_index = 3}) ==
               1770027);
    BOOST_TEST(w.apply(id, &change::delete_table_columns, {.column_start_index = 0, .column_end_index = 2}) ==
               1770024);
    auto const wide = w.added(table_of(1, 100));
    BOOST_TEST(w.apply(wide, &change::insert_table_column, {.column_index = -1}) == 1770010);
    auto const full = w.added(table_of(20, 99));
    BOOST_TEST(w.apply(full, &change::insert_table_row, {.row_index = -1}) == 1770011);
    auto const text = w.added(paragraph("x"));
    BOOST_TEST(w.apply(text, &change::insert_table_row, {.row_index = -1}) == 1770025);
    BOOST_TEST(w.apply(text, &change::insert_table_column, {.column_index = -1}) == 1770025);
    BOOST_TEST(w.apply(text, &change::delete_table_rows, {.row_start_index = 0, .row_end_index = 1}) ==
               1770025);
    BOOST_TEST(w.apply(text, &change::delete_table_columns,
                       {.column_start_index = 0, .column_end_index = 1}) == 1770025);
}

BOOST_AUTO_TEST_CASE(cells_are_merged_within_or_apart_from_merged_ones) {
    announcement_world w;
    auto const id = w.added(table_of(3, 3));
    auto const merge = [&](int row, int row_end, int column, int column_end) {
        return w.apply(id, &change::merge_table_cells,
                       {.row_start_index = row,
                        .row_end_index = row_end,
                        .column_start_index = column,
                        .column_end_index = column_end});
    };
    auto const spans = [&](std::size_t i) {
        auto const span = w.get(id).table->property->merge_info[i];
        return std::pair<int, int>(*span.row_span, *span.col_span);
    };
    BOOST_TEST(merge(0, 2, 0, 2) == 0);
    BOOST_TEST((spans(0) == std::pair(2, 2)));
    BOOST_TEST(merge(1, 3, 1, 3) == 1770024);
    BOOST_TEST(merge(2, 3, 0, 3) == 0);
    BOOST_TEST(merge(0, 4, 0, 1) == 1770026);
    BOOST_TEST(merge(0, 1, 0, 4) == 1770027);
    BOOST_TEST(w.apply(id, &change::unmerge_table_cells, {.row_index = 0, .column_index = 0}) == 0);
    BOOST_TEST((spans(0) == std::pair(1, 1)));
    BOOST_TEST(w.apply(id, &change::unmerge_table_cells, {.row_index = 3, .column_index = 0}) == 1770026);
    BOOST_TEST(w.apply(id, &change::unmerge_table_cells, {.row_index = 0, .column_index = 3}) == 1770027);
    BOOST_TEST(w.apply(id, &change::delete_table_columns, {.column_start_index = 1, .column_end_index = 3}) ==
               0);
    BOOST_TEST((spans(2) == std::pair(1, 1))); // cut
    auto const text = w.added(paragraph("x"));
    BOOST_TEST(w.apply(text, &change::unmerge_table_cells, {.row_index = 0, .column_index = 0}) == 1770025);
}

BOOST_AUTO_TEST_CASE(a_table_has_widths_and_headers) {
    announcement_world w;
    auto const id = w.added(table_of(1, 2));
    BOOST_TEST(
        w.apply(id, &change::update_table_property,
                {.column_width = 200, .column_index = 1, .header_row = true, .header_column = false}) == 0);
    auto const property = *w.get(id).table->property;
    BOOST_TEST(property.column_width[1] == 200);
    BOOST_TEST(*property.header_row);
    BOOST_TEST(w.apply(id, &change::update_table_property, {.column_width = 200, .column_index = 2}) ==
               1770027);
    BOOST_TEST(w.apply(id, &change::update_table_property, {.column_width = 200}) == 1770001);
    BOOST_TEST(w.apply(w.added(paragraph("x")), &change::update_table_property, {.header_row = true}) ==
               1770025);
}

BOOST_AUTO_TEST_CASE(a_grid_has_two_to_five_columns) {
    announcement_world w;
    auto const id = w.added(grid_of(2));
    auto const insert = [&](int index) {
        return w.apply(id, &change::insert_grid_column, {.column_index = index});
    };
    auto const remove = [&](int index) {
        return w.apply(id, &change::delete_grid_column, {.column_index = index});
    };
    BOOST_TEST(remove(0) == 1770024);
    BOOST_TEST(remove(2) == 1770027);
    BOOST_TEST(insert(0) == 1770001);
    BOOST_TEST(insert(3) == 1770027);
    for (int const index : {1, -1, 4})
        BOOST_TEST(insert(index) == 0);
    BOOST_TEST(insert(-1) == 1770012);
    auto const grid = w.get(id);
    BOOST_TEST(*grid.grid->column_size == 5);
    BOOST_TEST(*w.get(grid.children[4]).grid_column->width_ratio == 20);
    BOOST_TEST(remove(-1) == 0);
    BOOST_TEST(w.get(id).children.size() == 4u);
    auto const widths = [&](std::vector<int> ratios) {
        return w.apply(id, &change::update_grid_column_width_ratio, {.width_ratios = std::move(ratios)});
    };
    BOOST_TEST(widths({10, 20, 30, 40}) == 0);
    BOOST_TEST(*w.get(w.get(id).children[3]).grid_column->width_ratio == 40);
    BOOST_TEST(widths({50, 50}) == 1770001);
    BOOST_TEST(widths({90, 5, 5, 5}) == 1770001);
    auto const text = w.added(paragraph("x"));
    BOOST_TEST(w.apply(text, &change::insert_grid_column, {.column_index = 1}) == 1770025);
    BOOST_TEST(w.apply(text, &change::delete_grid_column, {.column_index = 1}) == 1770025);
    BOOST_TEST(w.apply(text, &change::update_grid_column_width_ratio, {.width_ratios = {1}}) == 1770025);
}

BOOST_AUTO_TEST_CASE(images_and_files_are_replaced) {
    announcement_world w;
    auto const image = w.added(block_of<&block::image>(type::image));
    BOOST_TEST(w.apply(image, &change::replace_image,
                       {.token = "box1", .width = 5, .align = docx::align::left}) == 0);
    BOOST_TEST(*w.get(image).image->token == "box1");
    BOOST_TEST(*w.get(image).image->width == 5);
    BOOST_TEST(w.apply(image, &change::replace_image, {.token = ""}) == 1770038);
    BOOST_TEST(w.apply(image, &change::replace_file, {.token = "box1"}) == 1770025);
    auto const file = w.get(w.added(block_of<&block::file>(type::file))).children[0];
    BOOST_TEST(w.apply(file, &change::replace_file, {.token = "box2"}) == 0);
    BOOST_TEST(*w.get(file).file->token == "box2");
    BOOST_TEST(w.apply(file, &change::replace_file, {.token = ""}) == 1770038);
    BOOST_TEST(w.apply(file, &change::replace_image, {.token = "box1"}) == 1770025);
    BOOST_TEST(w.apply(file, &change::update_task, {.folded = true}) == 1770025);
}

// People

BOOST_AUTO_TEST_CASE(a_user_writes_the_announcement) {
    announcement_world w;
    BOOST_TEST(w.tenant.write_announcement(w.ben, w.ops, "one\n\ntwo").has_value());
    BOOST_TEST(w.text() == "one\n\ntwo");
    BOOST_TEST(w.shown().revision == 2);
    BOOST_TEST(w.shown().modifier == w.ben.open_id);
    auto const code = [&](feishu::open_id const& user, feishu::chat_id const& chat) {
        return w.tenant.write_announcement(user, chat, "x").error().code;
    };
    BOOST_TEST(code(w.eve, w.ops) == 232011);
    BOOST_TEST(code("ou_unknown", w.ops) == 232011);
    BOOST_TEST(code(w.ann, "oc_unknown") == 232003);
    w.tenant.find_chat_parts(w.ops)->only_managers_edit_announcement = true;
    BOOST_TEST(code(w.ben, w.ops) == 232002);
    BOOST_TEST(w.tenant.write_announcement(w.ann, w.ops, "").has_value());
    BOOST_TEST(w.text() == "");
    w.shown().editable = false;
    BOOST_TEST(code(w.ann, w.ops) == 232066);
    w.group().dissolved = true;
    BOOST_TEST(code(w.ann, w.ops) == 232009);
}

BOOST_AUTO_TEST_SUITE_END()
