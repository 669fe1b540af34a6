// Limits inside the blocks of announcements, where one block or change after another breaks one.
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/api/docx/v1/chat_announcement_block.hpp>
#include <feishu/api/docx/v1/chat_announcement_block_children.hpp>

#include "wire.hpp"

namespace {

namespace docx = feishu::docx::v1;
namespace model = feishu::docx::v1::model;
using feishu::rule;

// A new block, of any type, with one member set.
template <class Member>
docx::chat_announcement_block_children::create block_with(std::optional<Member> model::block::*member,
                                                          Member value) {
    model::block block;
    block.block_type = docx::block_type::text;
    block.*member = std::move(value);
    return {.chat_id = "oc_1", .block_id = "oc_1", .children = {block}};
}

docx::chat_announcement_block::batch_update update_with(model::block_update change) {
    change.block_id = "doxcn";
    return {.chat_id = "oc_1", .requests = {change}};
}

BOOST_AUTO_TEST_SUITE(docx_v1_limits)

BOOST_AUTO_TEST_CASE(docx_v1_refuses_what_is_over_a_limit_inside_a_block) {
    using block = model::block;
    wire::accepts(block_with(&block::grid, model::grid{.column_size = 5}));
    wire::refuses(block_with(&block::grid, model::grid{.column_size = 6}), "children[0].grid.column_size",
                  rule::maximum);
    wire::refuses(block_with(&block::grid, model::grid{.column_size = 1}), "children[0].grid.column_size",
                  rule::minimum);
    wire::accepts(block_with(&block::sheet, model::sheet{.row_size = 9, .column_size = 9}));
    wire::refuses(block_with(&block::sheet, model::sheet{.row_size = 10}), "children[0].sheet.row_size",
                  rule::maximum);
    wire::refuses(block_with(&block::sheet, model::sheet{.column_size = 10}), "children[0].sheet.column_size",
                  rule::maximum);
    wire::refuses(block_with(&block::sheet, model::sheet{.row_size = 0}), "children[0].sheet.row_size",
                  rule::minimum);
    wire::accepts(block_with(&block::board, model::board{.width = 90, .height = 90}));
    wire::refuses(block_with(&block::board, model::board{.width = 89}), "children[0].board.width",
                  rule::minimum);
    wire::refuses(block_with(&block::board, model::board{.height = 89}), "children[0].board.height",
                  rule::minimum);
}

BOOST_AUTO_TEST_CASE(docx_v1_refuses_what_is_under_a_limit_inside_a_table) {
    using block = model::block;
    auto const with = [](model::table_property property) {
        return block_with(&block::table, model::table{.property = property});
    };
    wire::accepts(with({.row_size = 1, .column_size = 1}));
    wire::refuses(with({.row_size = 0}), "children[0].table.property.row_size", rule::minimum);
    wire::refuses(with({.column_size = 0}), "children[0].table.property.column_size", rule::minimum);
    wire::refuses(with({.merge_info = {model::table_merge_info{.row_span = 0}}}),
                  "children[0].table.property.merge_info[0].row_span", rule::minimum);
    wire::refuses(with({.merge_info = {model::table_merge_info{.col_span = 0}}}),
                  "children[0].table.property.merge_info[0].col_span", rule::minimum);
}

BOOST_AUTO_TEST_CASE(docx_v1_refuses_text_that_is_too_short) {
    model::text_element const empty{.equation = model::equation{.content = std::string()}};
    wire::refuses(block_with(&model::block::text, model::text{.elements = {empty}}),
                  "children[0].text.elements[0].equation.content", rule::min_characters);
    model::block link;
    link.block_type = docx::block_type::link_preview;
    link.link_preview = model::link_preview{.url = std::string()};
    wire::refuses(docx::chat_announcement_block_children::create{.chat_id = "oc_1",
                                                                 .block_id = "oc_1",
                                                                 .children = {link}},
                  "children[0].link_preview.url", rule::min_characters);
}

BOOST_AUTO_TEST_CASE(docx_v1_refuses_what_is_under_a_limit_inside_a_change) {
    wire::refuses(update_with({.update_table_property = model::update_table_property{.column_index = -1}}),
                  "requests[0].update_table_property.column_index", rule::minimum);
    wire::refuses(update_with({.delete_table_columns = model::delete_table_columns{.column_start_index = -1,
                                                                                   .column_end_index = 0}}),
                  "requests[0].delete_table_columns.column_start_index", rule::minimum);
    wire::refuses(update_with({.delete_table_columns = model::delete_table_columns{.column_start_index = -1,
                                                                                   .column_end_index = 0}}),
                  "requests[0].delete_table_columns.column_end_index", rule::minimum);
    model::merge_table_cells const cells{
        .row_start_index = -1, .row_end_index = 0, .column_start_index = -1, .column_end_index = 0};
    for (std::string const field :
         {"row_start_index", "row_end_index", "column_start_index", "column_end_index"})
        wire::refuses(update_with({.merge_table_cells = cells}), "requests[0].merge_table_cells." + field,
                      rule::minimum);
    model::unmerge_table_cells const cell{.row_index = -1, .column_index = -1};
    for (std::string const field : {"row_index", "column_index"})
        wire::refuses(update_with({.unmerge_table_cells = cell}), "requests[0].unmerge_table_cells." + field,
                      rule::minimum);
    wire::refuses(
        update_with({.update_grid_column_width_ratio =
                         model::update_grid_column_width_ratio{.width_ratios = std::vector<int>()}}),
        "requests[0].update_grid_column_width_ratio.width_ratios", rule::min_items);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
