#include <string>
#include <utility>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <feishu/api/docx/v1/chat_announcement.hpp>
#include <feishu/api/docx/v1/chat_announcement_block.hpp>

#include "wire.hpp"

namespace {

namespace docx = feishu::docx::v1;
namespace model = feishu::docx::v1::model;
namespace blocks = feishu::docx::v1::chat_announcement_block;
using feishu::rule;

// Plain text, as an element of a block.
model::text_element run(std::string text) {
    return {.text_run = model::text_run{.content = std::move(text)}};
}

BOOST_AUTO_TEST_SUITE(docx_v1_chat_announcement)

BOOST_AUTO_TEST_CASE(docx_v1_chat_announcement_get_sends_what_the_page_says) {
    wire::sends(
        docx::chat_announcement::get{.chat_id = "oc_5ad11d72b830411d72b836c20",
                                     .user_id_type = feishu::user_id_type::user_id},
        "GET /open-apis/docx/v1/chats/oc_5ad11d72b830411d72b836c20/announcement?user_id_type=user_id");
}

BOOST_AUTO_TEST_CASE(docx_v1_chat_announcement_get_reads_what_the_page_says) {
    auto const reply = wire::reads<docx::chat_announcement::get>(R"({
        "revision_id": 12,
        "create_time": 1609296809,
        "update_time": 1609296809,
        "owner_id": "ou_7d8a6e6df7621556ce0d21922b676706ccs",
        "owner_id_type": "open_id",
        "modifier_id": "ou_7d8a6e6df7621556ce0d21922b676706ccs",
        "modifier_id_type": "open_id",
        "announcement_type": "docx",
        "create_time_v2": "1609296809",
        "update_time_v2": "1609296810"
    })");
    BOOST_TEST(reply.revision_id == 12);
    BOOST_TEST(reply.create_time == 1609296809);
    BOOST_TEST((reply.announcement_type == docx::announcement_type::docx));
    BOOST_TEST(reply.update_time_v2.count() == 1609296810);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(docx_v1_chat_announcement_block)

BOOST_AUTO_TEST_CASE(docx_v1_chat_announcement_block_list_sends_what_the_page_says) {
    wire::sends(blocks::list{.chat_id = "oc_5ad11d72b830411d72b836c20",
                             .page_size = 100,
                             .page_token = "aw7DoMKBFMOGwqHCrcO8w6jCmMOvw6ILeADCvsKN",
                             .revision_id = 12,
                             .user_id_type = feishu::user_id_type::union_id},
                "GET /open-apis/docx/v1/chats/oc_5ad11d72b830411d72b836c20/announcement/blocks?page_size=100"
                "&page_token=aw7DoMKBFMOGwqHCrcO8w6jCmMOvw6ILeADCvsKN"
                "&revision_id=12&user_id_type=union_id");
    wire::sends(blocks::list{.chat_id = "oc_1"},
                "GET /open-apis/docx/v1/chats/oc_1/announcement/blocks?page_size=500&revision_id=-1"
                "&user_id_type=open_id");
}

BOOST_AUTO_TEST_CASE(docx_v1_chat_announcement_block_list_reads_what_the_page_says) {
    auto const page = wire::reads<blocks::list>(R"({
        "items": [{
            "block_id": "oc_5ad11d72b830411d72b836c20",
            "children": ["doxcnSS4ouQkQEouGSUkTg9NJPe", "doxcnXgNGAtaFraIRVeCfmabcde"],
            "block_type": 1,
            "page": {
                "style": {"align": 2, "done": false, "folded": false, "wrap": false},
                "elements": [{
                    "text_run": {
                        "content": "一个文档",
                        "text_element_style": {
                            "bold": true,
                            "italic": false,
                            "strikethrough": false,
                            "underline": false,
                            "inline_code": false,
                            "background_color": 14,
                            "text_color": 5,
                            "link": {"url": "https%3A%2F%2Fopen.feishu.cn%2F"},
                            "comment_ids": ["1660030311959965796"]
                        }
                    }
                }, {
                    "mention_user": {"user_id": "ou_3bbe8a09c20e89cce9bff989ed840674"}
                }, {
                    "reminder": {
                        "create_user_id": "ou_0b4d9bdc9dbcbb4f4b8d6b0d9bdcb4f4",
                        "is_notify": true,
                        "is_whole_day": true,
                        "expire_time": "1641967200000",
                        "notify_time": "1643166000000"
                    }
                }]
            }
        }, {
            "block_id": "doxcnXgNGAtaFraIRVeCfmabcde",
            "parent_id": "oc_5ad11d72b830411d72b836c20",
            "children": ["doxcnIJIJIJIJIJIJIJIJIJIJIf"],
            "block_type": 31,
            "table": {
                "cells": ["doxcnIJIJIJIJIJIJIJIJIJIJIf"],
                "property": {
                    "row_size": 1,
                    "column_size": 1,
                    "column_width": [100],
                    "merge_info": [{"row_span": 1, "col_span": 1}],
                    "header_row": true,
                    "header_column": false
                }
            }
        }, {
            "block_id": "doxcnIJIJIJIJIJIJIJIJIJIJIf",
            "parent_id": "doxcnXgNGAtaFraIRVeCfmabcde",
            "block_type": 32,
            "table_cell": {}
        }],
        "page_token": "aw7DoMKBFMOGwqHCrcO8w6jCmMOvw6ILeADCvsKN",
        "has_more": true
    })");
    BOOST_REQUIRE(page.items.size() == 3);
    BOOST_TEST((page.items[0].block_type == docx::block_type::page));
    auto const& title = page.items[0].page->elements;
    BOOST_TEST(*title[0].text_run->content == "一个文档");
    BOOST_TEST((title[0].text_run->text_element_style->text_color == docx::color::blue));
    BOOST_TEST(title[2].reminder->expire_time.count() == 1641967200000);
    BOOST_TEST(page.items[1].table->property->header_row.value_or(false));
}

BOOST_AUTO_TEST_CASE(docx_v1_chat_announcement_block_get_sends_what_the_page_says) {
    wire::sends(blocks::get{.chat_id = "oc_5ad11d72b830411d72b836c20",
                            .block_id = "doxcnePuYufKa49ISjhD8Ih0ikh",
                            .revision_id = 12,
                            .user_id_type = feishu::user_id_type::user_id},
                "GET /open-apis/docx/v1/chats/oc_5ad11d72b830411d72b836c20/announcement/blocks/"
                "doxcnePuYufKa49ISjhD8Ih0ikh?revision_id=12&user_id_type=user_id");
}

BOOST_AUTO_TEST_CASE(docx_v1_chat_announcement_block_get_reads_what_the_page_says) {
    auto const reply = wire::reads<blocks::get>(R"({
        "block": {
            "block_id": "doxcnePuYufKa49ISjhD8Ih0ikh",
            "parent_id": "oc_5ad11d72b830411d72b836c20",
            "block_type": 14,
            "code": {
                "style": {"align": 1, "done": false, "folded": false, "language": 9, "wrap": true},
                "elements": [{"text_run": {"content": "int main() {}"}}]
            },
            "comment_ids": ["1660030311959965796"]
        }
    })");
    BOOST_TEST((reply.block.block_type == docx::block_type::code));
    BOOST_TEST((reply.block.code->style->language == docx::code_language::cpp));
}

BOOST_AUTO_TEST_CASE(docx_v1_chat_announcement_block_get_keeps_a_kind_of_block_that_came_later) {
    auto const reply = wire::reads<blocks::get>(
        R"({"block": {"block_id": "doxcnePuYufKa49ISjhD8Ih0ikh", "block_type": 49, "undefined": {}}})");
    BOOST_TEST(!reply.block.block_type.known());
}

BOOST_AUTO_TEST_CASE(docx_v1_chat_announcement_block_batch_update_sends_what_the_page_says) {
    model::block_update const text{.update_text_elements =
                                       model::update_text_elements{.elements = {run("hello"), run(" world")}},
                                   .block_id = "doxcnSS4ouQkQEouGSUkTg9NJPe"};
    model::block_update const style{
        .update_text_style =
            model::update_text_style{
                .style = model::text_style{.align = docx::align::right,
                                           .background_color = docx::block_background::LightGrayBackground,
                                           .indentation_level = docx::indentation_level::OneLevelIndent},
                .fields = {docx::text_style_field::align, docx::text_style_field::background_color}},
        .block_id = "doxcnSS4ouQkQEouGSUkTg9NJPe"};
    model::block_update const cells{.merge_table_cells = model::merge_table_cells{.row_start_index = 0,
                                                                                  .row_end_index = 1,
                                                                                  .column_start_index = 0,
                                                                                  .column_end_index = 2},
                                    .block_id = "doxcnXgNGAtaFraIRVeCfmabcde"};
    model::block_update const picture{.replace_image =
                                          model::replace_image{.token = "boxbckbfvfcqEg22hAzN8Dh9gJd",
                                                               .width = 640,
                                                               .height = 480,
                                                               .align = docx::align::center},
                                      .block_id = "doxcnIJIJIJIJIJIJIJIJIJIJIf"};
    wire::sends(blocks::batch_update{.chat_id = "oc_5ad11d72b830411d72b836c20",
                                     .revision_id = -1,
                                     .client_token = "0e2633a3-aa1a-4171-af9e-0768ff863566",
                                     .requests = {text, style, cells, picture}},
                "PATCH /open-apis/docx/v1/chats/oc_5ad11d72b830411d72b836c20/announcement/blocks/batch_update"
                "?revision_id=-1&client_token=0e2633a3-aa1a-4171-af9e-0768ff863566&user_id_type=open_id",
                R"({
        "requests": [{
            "update_text_elements": {
                "elements": [{"text_run": {"content": "hello"}}, {"text_run": {"content": " world"}}]
            },
            "block_id": "doxcnSS4ouQkQEouGSUkTg9NJPe"
        }, {
            "update_text_style": {
                "style": {
                    "align": 3,
                    "background_color": "LightGrayBackground",
                    "indentation_level": "OneLevelIndent"
                },
                "fields": [1, 6]
            },
            "block_id": "doxcnSS4ouQkQEouGSUkTg9NJPe"
        }, {
            "merge_table_cells": {
                "row_start_index": 0,
                "row_end_index": 1,
                "column_start_index": 0,
                "column_end_index": 2
            },
            "block_id": "doxcnXgNGAtaFraIRVeCfmabcde"
        }, {
            "replace_image": {"token": "boxbckbfvfcqEg22hAzN8Dh9gJd", "width": 640, "height": 480, "align": 2},
            "block_id": "doxcnIJIJIJIJIJIJIJIJIJIJIf"
        }]
    })");
}

BOOST_AUTO_TEST_CASE(docx_v1_chat_announcement_block_batch_update_reads_what_the_page_says) {
    auto const reply = wire::reads<blocks::batch_update>(R"({
        "blocks": [{
            "block_id": "doxcnSS4ouQkQEouGSUkTg9NJPe",
            "parent_id": "oc_5ad11d72b830411d72b836c20",
            "block_type": 17,
            "todo": {
                "style": {"align": 1, "done": true, "folded": false, "wrap": false},
                "elements": [{
                    "mention_doc": {
                        "token": "doxbc873Y7cXD153gXqb76G1Y9b",
                        "obj_type": 22,
                        "url": "https%3A%2F%2Fsample.feishu.cn%2Fdocx%2Fdoxbc873Y7cXD153gXqb76G1Y9b",
                        "title": "undefined title"
                    }
                }]
            }
        }],
        "revision_id": 13,
        "client_token": "0e2633a3-aa1a-4171-af9e-0768ff863566"
    })");
    BOOST_TEST((reply.blocks[0].todo->elements[0].mention_doc->obj_type == docx::mention_obj_type::docx));
    BOOST_TEST(reply.revision_id == 13);
}

BOOST_AUTO_TEST_CASE(docx_v1_chat_announcement_block_refuses_what_is_over_a_limit) {
    model::block_update const fold{.block_id = "doxcnTask",
                                   .update_task = model::update_task{.folded = true}};
    std::vector<model::block_update> requests(200, fold);
    wire::accepts(blocks::batch_update{.chat_id = "oc_1", .requests = requests});
    requests.push_back(fold);
    wire::refuses(blocks::batch_update{.chat_id = "oc_1", .requests = requests}, "requests", rule::max_items);
    wire::accepts(blocks::list{.chat_id = "oc_1", .page_size = 500});
    wire::refuses(blocks::list{.chat_id = "oc_1", .page_size = 501}, "page_size", rule::maximum);
}

BOOST_AUTO_TEST_CASE(docx_v1_chat_announcement_block_refuses_what_is_over_a_limit_inside_an_update) {
    auto const one = [](model::block_update change) {
        return blocks::batch_update{.chat_id = "oc_1", .requests = {change}};
    };
    model::text_element doc{.mention_doc = model::mention_doc{.title = std::string(801, 't')}};
    wire::refuses(one({.update_text_elements = model::update_text_elements{.elements = {doc}}}),
                  "requests[0].update_text_elements.elements[0].mention_doc.title", rule::max_characters);
    std::vector<model::text_element> const none;
    wire::refuses(one({.update_text_elements = model::update_text_elements{.elements = none}}),
                  "requests[0].update_text_elements.elements", rule::min_items);
    wire::refuses(one({.update_table_property = model::update_table_property{.column_width = 49}}),
                  "requests[0].update_table_property.column_width", rule::minimum);
    wire::refuses(
        one({.delete_table_rows = model::delete_table_rows{.row_start_index = -1, .row_end_index = 0}}),
        "requests[0].delete_table_rows.row_end_index", rule::minimum);
    wire::refuses(one({.update_grid_column_width_ratio =
                           model::update_grid_column_width_ratio{.width_ratios = std::vector<int>(100, 1)}}),
                  "requests[0].update_grid_column_width_ratio.width_ratios", rule::max_items);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
