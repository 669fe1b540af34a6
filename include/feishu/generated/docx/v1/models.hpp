#pragma once
// Feishu docx v1: shared types. Generated from codegen/specs/docx/v1/models.json: edit that, then run codegen/run.

#include <optional>
#include <string>

#include <boost/json/value.hpp>

#include <feishu/generated/common.hpp>

namespace feishu::docx::v1 {

/// Text alignment.
enum class align : int { left = 1, center = 2, right = 3 };
BOOST_DESCRIBE_ENUM(align, left, center, right)
constexpr bool feishu_wire_is_number(align) { return true; }

/// Type of group announcement: docx is the current one, doc the legacy one.
enum class announcement_type { docx, doc };
BOOST_DESCRIBE_ENUM(announcement_type, docx, doc)

/// Background color of text and callouts.
enum class background_color : int {
    light_red = 1,
    light_orange = 2,
    light_yellow = 3,
    light_green = 4,
    light_blue = 5,
    light_purple = 6,
    medium_gray = 7,
    dark_red = 8,
    dark_orange = 9,
    dark_yellow = 10,
    dark_green = 11,
    dark_blue = 12,
    dark_purple = 13,
    dark_gray = 14,
    light_gray = 15
};
BOOST_DESCRIBE_ENUM(background_color, light_red, light_orange, light_yellow, light_green, light_blue,
                    light_purple, medium_gray, dark_red, dark_orange, dark_yellow, dark_green, dark_blue,
                    dark_purple, dark_gray, light_gray)
constexpr bool feishu_wire_is_number(background_color) { return true; }

/// View type of a base (bitable).
enum class bitable_view_type : int { grid = 1, kanban = 2 };
BOOST_DESCRIBE_ENUM(bitable_view_type, grid, kanban)
constexpr bool feishu_wire_is_number(bitable_view_type) { return true; }

/// Background color of a block.
enum class block_background {
    LightGrayBackground,
    LightRedBackground,
    LightOrangeBackground,
    LightYellowBackground,
    LightGreenBackground,
    LightBlueBackground,
    LightPurpleBackground,
    PaleGrayBackground,
    DarkGrayBackground,
    DarkRedBackground,
    DarkOrangeBackground,
    DarkYellowBackground,
    DarkGreenBackground,
    DarkBlueBackground,
    DarkPurpleBackground
};
BOOST_DESCRIBE_ENUM(block_background, LightGrayBackground, LightRedBackground, LightOrangeBackground,
                    LightYellowBackground, LightGreenBackground, LightBlueBackground, LightPurpleBackground,
                    PaleGrayBackground, DarkGrayBackground, DarkRedBackground, DarkOrangeBackground,
                    DarkYellowBackground, DarkGreenBackground, DarkBlueBackground, DarkPurpleBackground)

/// Block type; the content is in the member of the same name.
enum class block_type : int {
    page = 1,
    text = 2,
    heading1 = 3,
    heading2 = 4,
    heading3 = 5,
    heading4 = 6,
    heading5 = 7,
    heading6 = 8,
    heading7 = 9,
    heading8 = 10,
    heading9 = 11,
    bullet = 12,
    ordered = 13,
    code = 14,
    quote = 15,
    todo = 17,
    bitable = 18,
    callout = 19,
    chat_card = 20,
    diagram = 21,
    divider = 22,
    file = 23,
    grid = 24,
    grid_column = 25,
    iframe = 26,
    image = 27,
    isv = 28,
    mindnote = 29,
    sheet = 30,
    table = 31,
    table_cell = 32,
    view = 33,
    quote_container = 34,
    task = 35,
    okr = 36,
    okr_objective = 37,
    okr_key_result = 38,
    okr_progress = 39,
    add_ons = 40,
    jira_issue = 41,
    wiki_catalog = 42,
    board = 43,
    agenda = 44,
    agenda_item = 45,
    agenda_item_title = 46,
    agenda_item_content = 47,
    link_preview = 48,
    undefined = 999
};
BOOST_DESCRIBE_ENUM(block_type, page, text, heading1, heading2, heading3, heading4, heading5, heading6,
                    heading7, heading8, heading9, bullet, ordered, code, quote, todo, bitable, callout,
                    chat_card, diagram, divider, file, grid, grid_column, iframe, image, isv, mindnote, sheet,
                    table, table_cell, view, quote_container, task, okr, okr_objective, okr_key_result,
                    okr_progress, add_ons, jira_issue, wiki_catalog, board, agenda, agenda_item,
                    agenda_item_title, agenda_item_content, link_preview, undefined)
constexpr bool feishu_wire_is_number(block_type) { return true; }

/// Programming language of a code block.
enum class code_language : int {
    plain_text = 1,
    abap = 2,
    ada = 3,
    apache = 4,
    apex = 5,
    assembly = 6,
    bash = 7,
    csharp = 8,
    cpp = 9,
    c = 10,
    cobol = 11,
    css = 12,
    coffeescript = 13,
    d = 14,
    dart = 15,
    delphi = 16,
    django = 17,
    dockerfile = 18,
    erlang = 19,
    fortran = 20,
    foxpro = 21,
    go = 22,
    groovy = 23,
    html = 24,
    htmlbars = 25,
    http = 26,
    haskell = 27,
    json = 28,
    java = 29,
    javascript = 30,
    julia = 31,
    kotlin = 32,
    latex = 33,
    lisp = 34,
    logo = 35,
    lua = 36,
    matlab = 37,
    makefile = 38,
    markdown = 39,
    nginx = 40,
    objective_c = 41,
    openedge_abl = 42,
    php = 43,
    perl = 44,
    postscript = 45,
    powershell = 46,
    prolog = 47,
    protobuf = 48,
    python = 49,
    r = 50,
    rpg = 51,
    ruby = 52,
    rust = 53,
    sas = 54,
    scss = 55,
    sql = 56,
    scala = 57,
    scheme = 58,
    scratch = 59,
    shell = 60,
    swift = 61,
    thrift = 62,
    typescript = 63,
    vbscript = 64,
    visual_basic = 65,
    xml = 66,
    yaml = 67,
    cmake = 68,
    diff = 69,
    gherkin = 70,
    graphql = 71,
    glsl = 72,
    properties = 73,
    solidity = 74,
    toml = 75
};
BOOST_DESCRIBE_ENUM_BEGIN(code_language)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, plain_text)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, abap)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, ada)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, apache)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, apex)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, assembly)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, bash)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, csharp)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, cpp)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, c)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, cobol)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, css)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, coffeescript)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, d)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, dart)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, delphi)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, django)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, dockerfile)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, erlang)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, fortran)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, foxpro)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, go)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, groovy)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, html)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, htmlbars)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, http)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, haskell)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, json)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, java)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, javascript)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, julia)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, kotlin)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, latex)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, lisp)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, logo)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, lua)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, matlab)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, makefile)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, markdown)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, nginx)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, objective_c)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, openedge_abl)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, php)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, perl)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, postscript)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, powershell)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, prolog)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, protobuf)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, python)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, r)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, rpg)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, ruby)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, rust)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, sas)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, scss)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, sql)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, scala)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, scheme)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, scratch)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, shell)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, swift)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, thrift)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, typescript)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, vbscript)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, visual_basic)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, xml)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, yaml)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, cmake)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, diff)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, gherkin)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, graphql)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, glsl)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, properties)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, solidity)
BOOST_DESCRIBE_ENUM_ENTRY(code_language, toml)
BOOST_DESCRIBE_ENUM_END(code_language)
constexpr bool feishu_wire_is_number(code_language) { return true; }

/// Color of text and borders.
enum class color : int { red = 1, orange = 2, yellow = 3, green = 4, blue = 5, purple = 6, gray = 7 };
BOOST_DESCRIBE_ENUM(color, red, orange, yellow, green, blue, purple, gray)
constexpr bool feishu_wire_is_number(color) { return true; }

/// Diagram type.
enum class diagram_type : int { flowchart = 1, uml = 2 };
BOOST_DESCRIBE_ENUM(diagram_type, flowchart, uml)
constexpr bool feishu_wire_is_number(diagram_type) { return true; }

/// File view type.
enum class file_view_type : int { card = 1, preview = 2 };
BOOST_DESCRIBE_ENUM(file_view_type, card, preview)
constexpr bool feishu_wire_is_number(file_view_type) { return true; }

/// Source of embedded content.
enum class iframe_type : int {
    bilibili = 1,
    xigua = 2,
    youku = 3,
    airtable = 4,
    baidu_map = 5,
    amap = 6,
    tiktok = 7,
    figma = 8,
    modao = 9,
    canva = 10,
    codepen = 11,
    feishu_survey = 12,
    jinshuju = 13,
    google_maps = 14,
    youtube = 15,
    other = 99
};
BOOST_DESCRIBE_ENUM(iframe_type, bilibili, xigua, youku, airtable, baidu_map, amap, tiktok, figma, modao,
                    canva, codepen, feishu_survey, jinshuju, google_maps, youtube, other)
constexpr bool feishu_wire_is_number(iframe_type) { return true; }

/// Indentation of the first line.
enum class indentation_level { NoIndent, OneLevelIndent };
BOOST_DESCRIBE_ENUM(indentation_level, NoIndent, OneLevelIndent)

/// Type of a link preview.
enum class link_preview_type { MessageLink, Undefined };
BOOST_DESCRIBE_ENUM(link_preview_type, MessageLink, Undefined)

/// Type of a mentioned document.
enum class mention_obj_type : int {
    doc = 1,
    sheet = 3,
    bitable = 8,
    mindnote = 11,
    file = 12,
    slide = 15,
    wiki = 16,
    docx = 22
};
BOOST_DESCRIBE_ENUM(mention_obj_type, doc, sheet, bitable, mindnote, file, slide, wiki, docx)
constexpr bool feishu_wire_is_number(mention_obj_type) { return true; }

/// Display status of an OKR period.
enum class okr_period_status { default_, normal, invalid, hidden };
BOOST_DESCRIBE_ENUM(okr_period_status, default_, normal, invalid, hidden)

/// Progress tracking mode.
enum class okr_progress_mode { simple, advanced };
BOOST_DESCRIBE_ENUM(okr_progress_mode, simple, advanced)

/// Progress status.
enum class okr_progress_status { unset, normal, risk, extended };
BOOST_DESCRIBE_ENUM(okr_progress_status, unset, normal, risk, extended)

/// Whether the status is calculated automatically or set manually.
enum class okr_status_type { default_, custom };
BOOST_DESCRIBE_ENUM(okr_status_type, default_, custom)

/// Text style fields to update.
enum class text_style_field : int {
    align = 1,
    done = 2,
    folded = 3,
    language = 4,
    wrap = 5,
    background_color = 6,
    indentation_level = 7
};
BOOST_DESCRIBE_ENUM(text_style_field, align, done, folded, language, wrap, background_color,
                    indentation_level)
constexpr bool feishu_wire_is_number(text_style_field) { return true; }

/// View type of embedded content.
enum class view_type : int { card = 1, preview = 2, inline_ = 3 };
BOOST_DESCRIBE_ENUM(view_type, card, preview, inline_)
constexpr bool feishu_wire_is_number(view_type) { return true; }

namespace model {

/// Add-on block.
struct add_ons {
    std::optional<std::string> component_id{};
    std::optional<std::string> component_type_id{};
    std::optional<std::string> record{};
};
BOOST_DESCRIBE_STRUCT(add_ons, (), (component_id, component_type_id, record))

/// Link.
struct link {
    std::optional<std::string> url{};
};
BOOST_DESCRIBE_STRUCT(link, (), (url))

/// Style of a text element.
struct text_element_style {
    /// Default: false.
    std::optional<bool> bold{};
    /// Default: false.
    std::optional<bool> italic{};
    /// Default: false.
    std::optional<bool> strikethrough{};
    /// Default: false.
    std::optional<bool> underline{};
    /// Default: false.
    std::optional<bool> inline_code{};
    open<v1::background_color> background_color{};
    open<v1::color> text_color{};
    std::optional<model::link> link{};
    field::list<std::string> comment_ids{};
};
BOOST_DESCRIBE_STRUCT(text_element_style, (),
                      (bold, italic, strikethrough, underline, inline_code, background_color, text_color,
                       link, comment_ids))

/// Text run.
struct text_run {
    std::optional<std::string> content{};
    std::optional<model::text_element_style> text_element_style{};
};
BOOST_DESCRIBE_STRUCT(text_run, (), (content, text_element_style))

/// Mention of a user.
struct mention_user {
    std::optional<std::string> user_id{};
    std::optional<model::text_element_style> text_element_style{};
};
BOOST_DESCRIBE_STRUCT(mention_user, (), (user_id, text_element_style))

/// Mention of a document.
struct mention_doc {
    std::optional<std::string> token{};
    open<v1::mention_obj_type> obj_type{};
    std::optional<std::string> url{};
    std::optional<field::text<0, 800>> title{};
    std::optional<model::text_element_style> text_element_style{};
};
BOOST_DESCRIBE_STRUCT(mention_doc, (), (token, obj_type, url, title, text_element_style))

/// Date reminder.
struct reminder {
    std::optional<std::string> create_user_id{};
    std::optional<bool> is_notify{};
    /// Default: false.
    std::optional<bool> is_whole_day{};
    /// Due time.
    unix_millis expire_time{};
    /// Reminder time.
    unix_millis notify_time{};
    std::optional<model::text_element_style> text_element_style{};
};
BOOST_DESCRIBE_STRUCT(reminder, (),
                      (create_user_id, is_notify, is_whole_day, expire_time, notify_time, text_element_style))

/// Inline file.
struct inline_file {
    std::optional<std::string> file_token{};
    std::optional<std::string> source_block_id{};
    std::optional<model::text_element_style> text_element_style{};
};
BOOST_DESCRIBE_STRUCT(inline_file, (), (file_token, source_block_id, text_element_style))

/// Inline block.
struct inline_block {
    /// Block id; the chat id denotes the root block of the announcement.
    std::optional<std::string> block_id{};
    std::optional<model::text_element_style> text_element_style{};
};
BOOST_DESCRIBE_STRUCT(inline_block, (), (block_id, text_element_style))

/// Equation in LaTeX.
struct equation {
    std::optional<field::text<1>> content{};
    std::optional<model::text_element_style> text_element_style{};
};
BOOST_DESCRIBE_STRUCT(equation, (), (content, text_element_style))

/// A text element; exactly one member is set.
struct text_element {
    std::optional<model::text_run> text_run{};
    std::optional<model::mention_user> mention_user{};
    std::optional<model::mention_doc> mention_doc{};
    std::optional<model::reminder> reminder{};
    std::optional<model::inline_file> file{};
    /// Block type not supported by the API.
    std::optional<boost::json::value> undefined{};
    std::optional<model::inline_block> inline_block{};
    std::optional<model::equation> equation{};
};
BOOST_DESCRIBE_STRUCT(text_element, (),
                      (text_run, mention_user, mention_doc, reminder, file, undefined, inline_block,
                       equation))

/// Title of an agenda item.
struct agenda_item_title {
    field::list<model::text_element> elements{};
    open<v1::align> align{};
};
BOOST_DESCRIBE_STRUCT(agenda_item_title, (), (elements, align))

/// Base (bitable).
struct bitable {
    std::optional<std::string> token{};
    open<v1::bitable_view_type> view_type{};
};
BOOST_DESCRIBE_STRUCT(bitable, (), (token, view_type))

/// Style of a text block.
struct text_style {
    /// Default: left.
    open<v1::align> align{};
    /// Default: false.
    std::optional<bool> done{};
    /// Default: false.
    std::optional<bool> folded{};
    open<v1::code_language> language{};
    /// Default: false.
    std::optional<bool> wrap{};
    open<v1::block_background> background_color{};
    open<v1::indentation_level> indentation_level{};
    /// Number of an ordered list item, or auto to continue the numbering.
    std::optional<std::string> sequence{};
};
BOOST_DESCRIBE_STRUCT(text_style, (),
                      (align, done, folded, language, wrap, background_color, indentation_level, sequence))

/// Text elements with a common style.
struct text {
    std::optional<model::text_style> style{};
    field::list<model::text_element> elements{};
};
BOOST_DESCRIBE_STRUCT(text, (), (style, elements))

/// Callout: a highlighted block.
struct callout {
    open<v1::background_color> background_color{};
    open<v1::color> border_color{};
    open<v1::color> text_color{};
    std::optional<std::string> emoji_id{};
};
BOOST_DESCRIBE_STRUCT(callout, (), (background_color, border_color, text_color, emoji_id))

/// Chat card.
struct chat_card {
    /// Chat id.
    std::optional<feishu::chat_id> chat_id{};
    /// Default: left.
    open<v1::align> align{};
};
BOOST_DESCRIBE_STRUCT(chat_card, (), (chat_id, align))

/// Diagram.
struct diagram {
    open<v1::diagram_type> diagram_type{};
};
BOOST_DESCRIBE_STRUCT(diagram, (), (diagram_type))

/// File.
struct file {
    std::optional<std::string> token{};
    std::optional<std::string> name{};
    open<v1::file_view_type> view_type{};
};
BOOST_DESCRIBE_STRUCT(file, (), (token, name, view_type))

/// Grid: columns side by side.
struct grid {
    std::optional<field::number<int, 2, 5>> column_size{};
};
BOOST_DESCRIBE_STRUCT(grid, (), (column_size))

/// Column of a grid.
struct grid_column {
    std::optional<int> width_ratio{};
};
BOOST_DESCRIBE_STRUCT(grid_column, (), (width_ratio))

/// Source and address of embedded content.
struct iframe_component {
    open<v1::iframe_type> iframe_type{};
    std::optional<std::string> url{};
};
BOOST_DESCRIBE_STRUCT(iframe_component, (), (iframe_type, url))

/// Embedded content.
struct iframe {
    std::optional<model::iframe_component> component{};
};
BOOST_DESCRIBE_STRUCT(iframe, (), (component))

/// Image.
struct image {
    std::optional<int> width{};
    std::optional<int> height{};
    std::optional<std::string> token{};
    /// Default: center.
    open<v1::align> align{};
};
BOOST_DESCRIBE_STRUCT(image, (), (width, height, token, align))

/// Third-party block.
struct isv {
    std::optional<std::string> component_id{};
    std::optional<std::string> component_type_id{};
};
BOOST_DESCRIBE_STRUCT(isv, (), (component_id, component_type_id))

/// Mind map.
struct mindnote {
    std::optional<std::string> token{};
};
BOOST_DESCRIBE_STRUCT(mindnote, (), (token))

/// Spreadsheet.
struct sheet {
    std::optional<std::string> token{};
    std::optional<field::number<int, 1, 9>> row_size{};
    std::optional<field::number<int, 1, 9>> column_size{};
};
BOOST_DESCRIBE_STRUCT(sheet, (), (token, row_size, column_size))

/// Row and column span of a merged cell.
struct table_merge_info {
    std::optional<field::number<int, 1>> row_span{};
    std::optional<field::number<int, 1>> col_span{};
};
BOOST_DESCRIBE_STRUCT(table_merge_info, (), (row_span, col_span))

/// Dimensions and layout of a table.
struct table_property {
    std::optional<field::number<int, 1>> row_size{};
    std::optional<field::number<int, 1>> column_size{};
    field::list<int> column_width{};
    field::list<model::table_merge_info> merge_info{};
    /// Default: false.
    std::optional<bool> header_row{};
    /// Default: false.
    std::optional<bool> header_column{};
};
BOOST_DESCRIBE_STRUCT(table_property, (),
                      (row_size, column_size, column_width, merge_info, header_row, header_column))

/// Table.
struct table {
    field::list<std::string> cells{};
    std::optional<model::table_property> property{};
};
BOOST_DESCRIBE_STRUCT(table, (), (cells, property))

/// View type of embedded content.
struct view {
    open<v1::view_type> view_type{};
};
BOOST_DESCRIBE_STRUCT(view, (), (view_type))

/// Task.
struct task {
    std::optional<std::string> task_id{};
    /// Default: false.
    std::optional<bool> folded{};
};
BOOST_DESCRIBE_STRUCT(task, (), (task_id, folded))

/// An objective with selected key results.
struct okr_objective_key {
    std::optional<std::string> objective_id{};
    field::list<std::string> kr_ids{};
};
BOOST_DESCRIBE_STRUCT(okr_objective_key, (), (objective_id, kr_ids))

/// Visibility settings of an OKR block.
struct okr_visible_setting {
    std::optional<bool> progress_fill_area_visible{};
    std::optional<bool> progress_status_visible{};
    std::optional<bool> score_visible{};
};
BOOST_DESCRIBE_STRUCT(okr_visible_setting, (),
                      (progress_fill_area_visible, progress_status_visible, score_visible))

/// OKR block: objectives and key results.
struct okr {
    std::optional<std::string> okr_id{};
    field::list<model::okr_objective_key> objectives{};
    open<v1::okr_period_status> period_display_status{};
    std::optional<std::string> period_name_zh{};
    std::optional<std::string> period_name_en{};
    std::optional<std::string> user_id{};
    std::optional<model::okr_visible_setting> visible_setting{};
};
BOOST_DESCRIBE_STRUCT(okr, (),
                      (okr_id, objectives, period_display_status, period_name_zh, period_name_en, user_id,
                       visible_setting))

/// Progress of an objective or key result.
struct okr_progress_rate {
    open<v1::okr_progress_mode> mode{};
    std::optional<double> current{};
    std::optional<double> percent{};
    open<v1::okr_progress_status> progress_status{};
    std::optional<double> start{};
    open<v1::okr_status_type> status_type{};
    std::optional<double> target{};
};
BOOST_DESCRIBE_STRUCT(okr_progress_rate, (),
                      (mode, current, percent, progress_status, start, status_type, target))

/// Objective.
struct okr_objective {
    std::optional<std::string> objective_id{};
    std::optional<bool> confidential{};
    std::optional<int> position{};
    std::optional<int> score{};
    std::optional<bool> visible{};
    std::optional<double> weight{};
    std::optional<model::okr_progress_rate> progress_rate{};
    std::optional<model::text> content{};
};
BOOST_DESCRIBE_STRUCT(okr_objective, (),
                      (objective_id, confidential, position, score, visible, weight, progress_rate, content))

/// Key result.
struct okr_key_result {
    std::optional<std::string> kr_id{};
    std::optional<bool> confidential{};
    std::optional<int> position{};
    std::optional<int> score{};
    std::optional<bool> visible{};
    std::optional<double> weight{};
    std::optional<model::okr_progress_rate> progress_rate{};
    std::optional<model::text> content{};
};
BOOST_DESCRIBE_STRUCT(okr_key_result, (),
                      (kr_id, confidential, position, score, visible, weight, progress_rate, content))

/// Jira issue.
struct jira_issue {
    std::optional<std::string> id{};
    std::optional<std::string> key{};
};
BOOST_DESCRIBE_STRUCT(jira_issue, (), (id, key))

/// Table of contents of a wiki page's subpages.
struct wiki_catalog {
    std::optional<std::string> wiki_token{};
};
BOOST_DESCRIBE_STRUCT(wiki_catalog, (), (wiki_token))

/// Whiteboard.
struct board {
    std::optional<std::string> token{};
    /// Default: left.
    open<v1::align> align{};
    std::optional<field::number<int, 90>> width{};
    std::optional<field::number<int, 90>> height{};
};
BOOST_DESCRIBE_STRUCT(board, (), (token, align, width, height))

/// Link preview.
struct link_preview {
    std::optional<field::text<1>> url{};
    open<v1::link_preview_type> url_type{};
};
BOOST_DESCRIBE_STRUCT(link_preview, (), (url, url_type))

/// A block of an announcement; block_type determines which content member is present.
struct block {
    /// Block id.
    std::optional<std::string> block_id{};
    /// Id of the parent block.
    std::optional<std::string> parent_id{};
    /// Ids of the child blocks.
    field::list<std::string> children{};
    /// Block type.
    open<v1::block_type> block_type{};
    std::optional<model::text> page{};
    std::optional<model::text> text{};
    std::optional<model::text> heading1{};
    std::optional<model::text> heading2{};
    std::optional<model::text> heading3{};
    std::optional<model::text> heading4{};
    std::optional<model::text> heading5{};
    std::optional<model::text> heading6{};
    std::optional<model::text> heading7{};
    std::optional<model::text> heading8{};
    std::optional<model::text> heading9{};
    std::optional<model::text> bullet{};
    std::optional<model::text> ordered{};
    std::optional<model::text> code{};
    std::optional<model::text> quote{};
    std::optional<model::text> equation{};
    std::optional<model::text> todo{};
    std::optional<model::bitable> bitable{};
    std::optional<model::callout> callout{};
    std::optional<model::chat_card> chat_card{};
    std::optional<model::diagram> diagram{};
    /// Divider; an empty object.
    std::optional<boost::json::value> divider{};
    std::optional<model::file> file{};
    std::optional<model::grid> grid{};
    std::optional<model::grid_column> grid_column{};
    std::optional<model::iframe> iframe{};
    std::optional<model::image> image{};
    std::optional<model::isv> isv{};
    std::optional<model::add_ons> add_ons{};
    std::optional<model::mindnote> mindnote{};
    std::optional<model::sheet> sheet{};
    std::optional<model::table> table{};
    /// Table cell; an empty object.
    std::optional<boost::json::value> table_cell{};
    std::optional<model::view> view{};
    /// Block type not supported by the API.
    std::optional<boost::json::value> undefined{};
    /// Quote container; an empty object.
    std::optional<boost::json::value> quote_container{};
    std::optional<model::task> task{};
    std::optional<model::okr> okr{};
    std::optional<model::okr_objective> okr_objective{};
    std::optional<model::okr_key_result> okr_key_result{};
    /// OKR progress; an empty object.
    std::optional<boost::json::value> okr_progress{};
    field::list<std::string> comment_ids{};
    std::optional<model::jira_issue> jira_issue{};
    std::optional<model::wiki_catalog> wiki_catalog{};
    std::optional<model::board> board{};
    /// Agenda; an empty object.
    std::optional<boost::json::value> agenda{};
    /// Agenda item; an empty object.
    std::optional<boost::json::value> agenda_item{};
    std::optional<model::agenda_item_title> agenda_item_title{};
    /// Content of an agenda item; an empty object.
    std::optional<boost::json::value> agenda_item_content{};
    std::optional<model::link_preview> link_preview{};
};
reflect::member_list<
    "block_id, parent_id, children, block_type, page, text, heading1, heading2, heading3, heading4, "
    "heading5, heading6, heading7, heading8, heading9, bullet, ordered, code, quote, equation, todo, "
    "bitable, callout, chat_card, diagram, divider, file, grid, grid_column, iframe, image, isv, add_ons, "
    "mindnote, sheet, table, table_cell, view, undefined, quote_container, task, okr, okr_objective, "
    "okr_key_result, okr_progress, comment_ids, jira_issue, wiki_catalog, board, agenda, agenda_item, "
    "agenda_item_title, agenda_item_content, link_preview",
    &block::block_id, &block::parent_id, &block::children, &block::block_type, &block::page, &block::text,
    &block::heading1, &block::heading2, &block::heading3, &block::heading4, &block::heading5,
    &block::heading6, &block::heading7, &block::heading8, &block::heading9, &block::bullet, &block::ordered,
    &block::code, &block::quote, &block::equation, &block::todo, &block::bitable, &block::callout,
    &block::chat_card, &block::diagram, &block::divider, &block::file, &block::grid, &block::grid_column,
    &block::iframe, &block::image, &block::isv, &block::add_ons, &block::mindnote, &block::sheet,
    &block::table, &block::table_cell, &block::view, &block::undefined, &block::quote_container, &block::task,
    &block::okr, &block::okr_objective, &block::okr_key_result, &block::okr_progress, &block::comment_ids,
    &block::jira_issue, &block::wiki_catalog, &block::board, &block::agenda, &block::agenda_item,
    &block::agenda_item_title, &block::agenda_item_content, &block::link_preview>
feishu_members(block**);

/// Replaces the text elements of a block.
struct update_text_elements {
    field::required<field::list<model::text_element, 1>> elements;
};
BOOST_DESCRIBE_STRUCT(update_text_elements, (), (elements))

/// Updates the text style of a block.
struct update_text_style {
    field::required<model::text_style> style;
    field::required<field::list<open<v1::text_style_field>>> fields;
};
BOOST_DESCRIBE_STRUCT(update_text_style, (), (style, fields))

/// Updates column widths and headers of a table.
struct update_table_property {
    std::optional<field::number<int, 50>> column_width{};
    std::optional<field::number<int, 0>> column_index{};
    std::optional<bool> header_row{};
    std::optional<bool> header_column{};
};
BOOST_DESCRIBE_STRUCT(update_table_property, (), (column_width, column_index, header_row, header_column))

/// Inserts a row into a table.
struct insert_table_row {
    /// Index; -1 is the end.
    field::required<field::number<int, -1>> row_index;
};
BOOST_DESCRIBE_STRUCT(insert_table_row, (), (row_index))

/// Inserts a column into a table.
struct insert_table_column {
    /// Index; -1 is the end.
    field::required<field::number<int, -1>> column_index;
};
BOOST_DESCRIBE_STRUCT(insert_table_column, (), (column_index))

/// Deletes a range of table rows; the end index is exclusive.
struct delete_table_rows {
    field::required<field::number<int, 0>> row_start_index;
    field::required<field::number<int, 1>> row_end_index;
};
BOOST_DESCRIBE_STRUCT(delete_table_rows, (), (row_start_index, row_end_index))

/// Deletes a range of table columns; the end index is exclusive.
struct delete_table_columns {
    field::required<field::number<int, 0>> column_start_index;
    field::required<field::number<int, 1>> column_end_index;
};
BOOST_DESCRIBE_STRUCT(delete_table_columns, (), (column_start_index, column_end_index))

/// Merges a range of table cells; end indexes are exclusive.
struct merge_table_cells {
    field::required<field::number<int, 0>> row_start_index;
    field::required<field::number<int, 1>> row_end_index;
    field::required<field::number<int, 0>> column_start_index;
    field::required<field::number<int, 1>> column_end_index;
};
BOOST_DESCRIBE_STRUCT(merge_table_cells, (),
                      (row_start_index, row_end_index, column_start_index, column_end_index))

/// Unmerges a table cell.
struct unmerge_table_cells {
    field::required<field::number<int, 0>> row_index;
    field::required<field::number<int, 0>> column_index;
};
BOOST_DESCRIBE_STRUCT(unmerge_table_cells, (), (row_index, column_index))

/// Inserts a column into a grid.
struct insert_grid_column {
    /// Index; -1 is the end.
    field::required<field::number<int, -1>> column_index;
};
BOOST_DESCRIBE_STRUCT(insert_grid_column, (), (column_index))

/// Deletes a column of a grid.
struct delete_grid_column {
    /// Index; -1 is the last column.
    field::required<field::number<int, -1>> column_index;
};
BOOST_DESCRIBE_STRUCT(delete_grid_column, (), (column_index))

/// Updates the column widths of a grid, in percent.
struct update_grid_column_width_ratio {
    field::required<field::list<int, 1, 99>> width_ratios;
};
BOOST_DESCRIBE_STRUCT(update_grid_column_width_ratio, (), (width_ratios))

/// Replaces the image of a block.
struct replace_image {
    field::required<std::string> token;
    std::optional<int> width{};
    std::optional<int> height{};
    open<v1::align> align{};
};
BOOST_DESCRIBE_STRUCT(replace_image, (), (token, width, height, align))

/// Replaces the file of a block.
struct replace_file {
    field::required<std::string> token;
};
BOOST_DESCRIBE_STRUCT(replace_file, (), (token))

/// Replaces text and style of a block.
struct update_text {
    field::required<field::list<model::text_element, 1>> elements;
    field::required<model::text_style> style;
    field::required<field::list<open<v1::text_style_field>>> fields;
};
BOOST_DESCRIBE_STRUCT(update_text, (), (elements, style, fields))

/// Updates a task block.
struct update_task {
    std::optional<std::string> task_id{};
    std::optional<bool> folded{};
};
BOOST_DESCRIBE_STRUCT(update_task, (), (task_id, folded))

/// An update of one block: block_id and exactly one operation.
struct block_update {
    std::optional<model::update_text_elements> update_text_elements{};
    std::optional<model::update_text_style> update_text_style{};
    std::optional<model::update_table_property> update_table_property{};
    std::optional<model::insert_table_row> insert_table_row{};
    std::optional<model::insert_table_column> insert_table_column{};
    std::optional<model::delete_table_rows> delete_table_rows{};
    std::optional<model::delete_table_columns> delete_table_columns{};
    std::optional<model::merge_table_cells> merge_table_cells{};
    std::optional<model::unmerge_table_cells> unmerge_table_cells{};
    std::optional<model::insert_grid_column> insert_grid_column{};
    std::optional<model::delete_grid_column> delete_grid_column{};
    std::optional<model::update_grid_column_width_ratio> update_grid_column_width_ratio{};
    std::optional<model::replace_image> replace_image{};
    std::optional<model::replace_file> replace_file{};
    /// Block id; the chat id denotes the root block of the announcement.
    std::optional<std::string> block_id{};
    std::optional<model::update_text> update_text{};
    std::optional<model::update_task> update_task{};
};
BOOST_DESCRIBE_STRUCT(block_update, (),
                      (update_text_elements, update_text_style, update_table_property, insert_table_row,
                       insert_table_column, delete_table_rows, delete_table_columns, merge_table_cells,
                       unmerge_table_cells, insert_grid_column, delete_grid_column,
                       update_grid_column_width_ratio, replace_image, replace_file, block_id, update_text,
                       update_task))

} // namespace model

} // namespace feishu::docx::v1
