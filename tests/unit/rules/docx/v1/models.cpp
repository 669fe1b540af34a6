#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

#include <feishu/api/docx/v1/chat_announcement_block.hpp>
#include <feishu/api/docx/v1/chat_announcement_block_children.hpp>

#include "../../problems.hpp"

namespace {

namespace docx = feishu::docx::v1;
namespace model = feishu::docx::v1::model;
using test::problems;

BOOST_AUTO_TEST_SUITE(rules_docx_v1)

BOOST_AUTO_TEST_CASE(a_piece_of_text_is_of_one_kind) {
    constexpr char const* wrong = "text_run or exactly one other kind of text must be given";
    BOOST_TEST(problems(model::text_element{.text_run = model::text_run{.content = "hi"}}) == "ok");
    BOOST_TEST(problems(model::text_element{.equation = model::equation{.content = "1"}}) == "ok");
    BOOST_TEST(problems(model::text_element{}) == wrong);
    BOOST_TEST(problems(model::text_element{.text_run = model::text_run{.content = "hi"},
                                            .equation = model::equation{.content = "1"}}) == wrong);
}

BOOST_AUTO_TEST_CASE(a_change_to_a_block_is_one_change) {
    constexpr char const* wrong = "update_text_elements or exactly one other change must be given";
    model::block_update change{.block_id = "b", .update_task = model::update_task{.folded = true}};
    BOOST_TEST(problems(change) == "ok");
    change.insert_table_row = model::insert_table_row{.row_index = 0};
    BOOST_TEST(problems(change) == wrong);
    BOOST_TEST(problems(model::block_update{.block_id = "b"}) == wrong);
}

BOOST_AUTO_TEST_CASE(a_change_to_a_block_says_which) {
    BOOST_TEST(problems(model::block_update{.update_task = model::update_task{.folded = true}}) ==
               "block_id is required: it says which block to change");
}

BOOST_AUTO_TEST_CASE(a_range_ends_after_it_starts) {
    using docx::chat_announcement_block_children::batch_delete;
    BOOST_TEST(problems(batch_delete{.chat_id = "oc_1", .block_id = "b", .start_index = 2, .end_index = 3}) ==
               "ok");
    BOOST_TEST(problems(batch_delete{.chat_id = "oc_1", .block_id = "b", .start_index = 2, .end_index = 2}) ==
               "end_index must be greater than start_index");
    BOOST_TEST(problems(model::delete_table_rows{.row_start_index = 3, .row_end_index = 1}) ==
               "row_end_index must be greater than row_start_index");
    BOOST_TEST(problems(model::delete_table_columns{.column_start_index = 1, .column_end_index = 1}) ==
               "column_end_index must be greater than column_start_index");
    BOOST_TEST(
        problems(model::merge_table_cells{
            .row_start_index = 1, .row_end_index = 1, .column_start_index = 2, .column_end_index = 2}) ==
        "row_end_index must be greater than row_start_index; "
        "column_end_index must be greater than column_start_index");
}

BOOST_AUTO_TEST_CASE(a_new_block_says_what_it_is) {
    model::block line;
    line.block_type = docx::block_type::divider;
    line.divider = boost::json::object{};
    using docx::chat_announcement_block_children::create;
    BOOST_TEST(problems(create{.chat_id = "oc_1", .block_id = "b", .children = {line}}) == "ok");
    BOOST_TEST(problems(create{.chat_id = "oc_1", .block_id = "b", .children = {line, model::block{}}}) ==
               "children[1].block_type is required");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
