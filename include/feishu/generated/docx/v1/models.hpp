#pragma once
// Feishu docx v1: shared types. Generated from codegen/specs/docx/v1/models.json: edit that, then run codegen/run.

#include <optional>
#include <string>

#include <boost/json/value.hpp>

#include <feishu/generated/common.hpp>

namespace feishu::docx::v1 {

/// Text alignment.
enum class align : int { left = 1, center = 2, right = 3 };
reflect::enumerator_list<"left, center, right", 1, 2, 3> feishu_enumerators(align**);
constexpr bool feishu_wire_is_number(align) { return true; }

/// Type of group announcement: docx is the current one, doc the legacy one.
enum class announcement_type { docx, doc };
reflect::enumerator_list<"docx, doc"> feishu_enumerators(announcement_type**);

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
reflect::enumerator_list<
    "light_red, light_orange, light_yellow, light_green, light_blue, light_purple, medium_gray, dark_red, "
    "dark_orange, dark_yellow, dark_green, dark_blue, dark_purple, dark_gray, light_gray",
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15>
feishu_enumerators(background_color**);
constexpr bool feishu_wire_is_number(background_color) { return true; }

/// View type of a base (bitable).
enum class bitable_view_type : int { grid = 1, kanban = 2 };
reflect::enumerator_list<"grid, kanban", 1, 2> feishu_enumerators(bitable_view_type**);
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
reflect::enumerator_list<
    "LightGrayBackground, LightRedBackground, LightOrangeBackground, LightYellowBackground, "
    "LightGreenBackground, LightBlueBackground, LightPurpleBackground, PaleGrayBackground, "
    "DarkGrayBackground, DarkRedBackground, DarkOrangeBackground, DarkYellowBackground, DarkGreenBackground, "
    "DarkBlueBackground, DarkPurpleBackground">
feishu_enumerators(block_background**);

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
reflect::enumerator_list<
    "page, text, heading1, heading2, heading3, heading4, heading5, heading6, heading7, heading8, heading9, "
    "bullet, ordered, code, quote, todo, bitable, callout, chat_card, diagram, divider, file, grid, "
    "grid_column, iframe, image, isv, mindnote, sheet, table, table_cell, view, quote_container, task, okr, "
    "okr_objective, okr_key_result, okr_progress, add_ons, jira_issue, wiki_catalog, board, agenda, "
    "agenda_item, agenda_item_title, agenda_item_content, link_preview, undefined",
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30,
    31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 999>
feishu_enumerators(block_type**);
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
reflect::enumerator_list<
    "plain_text, abap, ada, apache, apex, assembly, bash, csharp, cpp, c, cobol, css, coffeescript, d, dart, "
    "delphi, django, dockerfile, erlang, fortran, foxpro, go, groovy, html, htmlbars, http, haskell, json, "
    "java, javascript, julia, kotlin, latex, lisp, logo, lua, matlab, makefile, markdown, nginx, "
    "objective_c, openedge_abl, php, perl, postscript, powershell, prolog, protobuf, python, r, rpg, ruby, "
    "rust, sas, scss, sql, scala, scheme, scratch, shell, swift, thrift, typescript, vbscript, visual_basic, "
    "xml, yaml, cmake, diff, gherkin, graphql, glsl, properties, solidity, toml",
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29,
    30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55,
    56, 57, 58, 59, 60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71, 72, 73, 74, 75>
feishu_enumerators(code_language**);
constexpr bool feishu_wire_is_number(code_language) { return true; }

/// Color of text and borders.
enum class color : int { red = 1, orange = 2, yellow = 3, green = 4, blue = 5, purple = 6, gray = 7 };
reflect::enumerator_list<"red, orange, yellow, green, blue, purple, gray", 1, 2, 3, 4, 5, 6, 7>
feishu_enumerators(color**);
constexpr bool feishu_wire_is_number(color) { return true; }

/// Diagram type.
enum class diagram_type : int { flowchart = 1, uml = 2 };
reflect::enumerator_list<"flowchart, uml", 1, 2> feishu_enumerators(diagram_type**);
constexpr bool feishu_wire_is_number(diagram_type) { return true; }

/// File view type.
enum class file_view_type : int { card = 1, preview = 2 };
reflect::enumerator_list<"card, preview", 1, 2> feishu_enumerators(file_view_type**);
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
reflect::enumerator_list<"bilibili, xigua, youku, airtable, baidu_map, amap, tiktok, figma, modao, canva, "
                         "codepen, feishu_survey, jinshuju, google_maps, youtube, other",
                         1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 99>
feishu_enumerators(iframe_type**);
constexpr bool feishu_wire_is_number(iframe_type) { return true; }

/// Indentation of the first line.
enum class indentation_level { NoIndent, OneLevelIndent };
reflect::enumerator_list<"NoIndent, OneLevelIndent"> feishu_enumerators(indentation_level**);

/// Type of a link preview.
enum class link_preview_type { MessageLink, Undefined };
reflect::enumerator_list<"MessageLink, Undefined"> feishu_enumerators(link_preview_type**);

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
reflect::enumerator_list<"doc, sheet, bitable, mindnote, file, slide, wiki, docx", 1, 3, 8, 11, 12, 15, 16,
                         22>
feishu_enumerators(mention_obj_type**);
constexpr bool feishu_wire_is_number(mention_obj_type) { return true; }

/// Display status of an OKR period.
enum class okr_period_status { default_, normal, invalid, hidden };
reflect::enumerator_list<"default_, normal, invalid, hidden"> feishu_enumerators(okr_period_status**);

/// Progress tracking mode.
enum class okr_progress_mode { simple, advanced };
reflect::enumerator_list<"simple, advanced"> feishu_enumerators(okr_progress_mode**);

/// Progress status.
enum class okr_progress_status { unset, normal, risk, extended };
reflect::enumerator_list<"unset, normal, risk, extended"> feishu_enumerators(okr_progress_status**);

/// Whether the status is calculated automatically or set manually.
enum class okr_status_type { default_, custom };
reflect::enumerator_list<"default_, custom"> feishu_enumerators(okr_status_type**);

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
reflect::enumerator_list<"align, done, folded, language, wrap, background_color, indentation_level", 1, 2, 3,
                         4, 5, 6, 7>
feishu_enumerators(text_style_field**);
constexpr bool feishu_wire_is_number(text_style_field) { return true; }

/// View type of embedded content.
enum class view_type : int { card = 1, preview = 2, inline_ = 3 };
reflect::enumerator_list<"card, preview, inline_", 1, 2, 3> feishu_enumerators(view_type**);
constexpr bool feishu_wire_is_number(view_type) { return true; }

namespace model {

/// Add-on block.
struct add_ons {
    std::optional<std::string> component_id{};
    std::optional<std::string> component_type_id{};
    std::optional<std::string> record{};
};

reflect::member_list<"component_id, component_type_id, record", &add_ons::component_id,
                     &add_ons::component_type_id, &add_ons::record>
feishu_members(add_ons**);

/// Link.
struct link {
    std::optional<std::string> url{};
};

reflect::member_list<"url", &link::url> feishu_members(link**);

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

reflect::member_list<
    "bold, italic, strikethrough, underline, inline_code, background_color, text_color, link, comment_ids",
    &text_element_style::bold, &text_element_style::italic, &text_element_style::strikethrough,
    &text_element_style::underline, &text_element_style::inline_code, &text_element_style::background_color,
    &text_element_style::text_color, &text_element_style::link, &text_element_style::comment_ids>
feishu_members(text_element_style**);

/// Text run.
struct text_run {
    std::optional<std::string> content{};
    std::optional<model::text_element_style> text_element_style{};
};

reflect::member_list<"content, text_element_style", &text_run::content, &text_run::text_element_style>
feishu_members(text_run**);

/// Mention of a user.
struct mention_user {
    std::optional<std::string> user_id{};
    std::optional<model::text_element_style> text_element_style{};
};

reflect::member_list<"user_id, text_element_style", &mention_user::user_id, &mention_user::text_element_style>
feishu_members(mention_user**);

/// Mention of a document.
struct mention_doc {
    std::optional<std::string> token{};
    open<v1::mention_obj_type> obj_type{};
    std::optional<std::string> url{};
    std::optional<field::text<0, 800>> title{};
    std::optional<model::text_element_style> text_element_style{};
};

reflect::member_list<"token, obj_type, url, title, text_element_style", &mention_doc::token,
                     &mention_doc::obj_type, &mention_doc::url, &mention_doc::title,
                     &mention_doc::text_element_style>
feishu_members(mention_doc**);

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

reflect::member_list<"create_user_id, is_notify, is_whole_day, expire_time, notify_time, text_element_style",
                     &reminder::create_user_id, &reminder::is_notify, &reminder::is_whole_day,
                     &reminder::expire_time, &reminder::notify_time, &reminder::text_element_style>
feishu_members(reminder**);

/// Inline file.
struct inline_file {
    std::optional<std::string> file_token{};
    std::optional<std::string> source_block_id{};
    std::optional<model::text_element_style> text_element_style{};
};

reflect::member_list<"file_token, source_block_id, text_element_style", &inline_file::file_token,
                     &inline_file::source_block_id, &inline_file::text_element_style>
feishu_members(inline_file**);

/// Inline block.
struct inline_block {
    /// Block id; the chat id denotes the root block of the announcement.
    std::optional<std::string> block_id{};
    std::optional<model::text_element_style> text_element_style{};
};

reflect::member_list<"block_id, text_element_style", &inline_block::block_id,
                     &inline_block::text_element_style>
feishu_members(inline_block**);

/// Equation in LaTeX.
struct equation {
    std::optional<field::text<1>> content{};
    std::optional<model::text_element_style> text_element_style{};
};

reflect::member_list<"content, text_element_style", &equation::content, &equation::text_element_style>
feishu_members(equation**);

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

reflect::member_list<"text_run, mention_user, mention_doc, reminder, file, undefined, inline_block, equation",
                     &text_element::text_run, &text_element::mention_user, &text_element::mention_doc,
                     &text_element::reminder, &text_element::file, &text_element::undefined,
                     &text_element::inline_block, &text_element::equation>
feishu_members(text_element**);

/// Title of an agenda item.
struct agenda_item_title {
    field::list<model::text_element> elements{};
    open<v1::align> align{};
};

reflect::member_list<"elements, align", &agenda_item_title::elements, &agenda_item_title::align>
feishu_members(agenda_item_title**);

/// Base (bitable).
struct bitable {
    std::optional<std::string> token{};
    open<v1::bitable_view_type> view_type{};
};

reflect::member_list<"token, view_type", &bitable::token, &bitable::view_type> feishu_members(bitable**);

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

reflect::member_list<"align, done, folded, language, wrap, background_color, indentation_level, sequence",
                     &text_style::align, &text_style::done, &text_style::folded, &text_style::language,
                     &text_style::wrap, &text_style::background_color, &text_style::indentation_level,
                     &text_style::sequence>
feishu_members(text_style**);

/// Text elements with a common style.
struct text {
    std::optional<model::text_style> style{};
    field::list<model::text_element> elements{};
};

reflect::member_list<"style, elements", &text::style, &text::elements> feishu_members(text**);

/// Callout: a highlighted block.
struct callout {
    open<v1::background_color> background_color{};
    open<v1::color> border_color{};
    open<v1::color> text_color{};
    std::optional<std::string> emoji_id{};
};

reflect::member_list<"background_color, border_color, text_color, emoji_id", &callout::background_color,
                     &callout::border_color, &callout::text_color, &callout::emoji_id>
feishu_members(callout**);

/// Chat card.
struct chat_card {
    /// Chat id.
    std::optional<feishu::chat_id> chat_id{};
    /// Default: left.
    open<v1::align> align{};
};

reflect::member_list<"chat_id, align", &chat_card::chat_id, &chat_card::align> feishu_members(chat_card**);

/// Diagram.
struct diagram {
    open<v1::diagram_type> diagram_type{};
};

reflect::member_list<"diagram_type", &diagram::diagram_type> feishu_members(diagram**);

/// File.
struct file {
    std::optional<std::string> token{};
    std::optional<std::string> name{};
    open<v1::file_view_type> view_type{};
};

reflect::member_list<"token, name, view_type", &file::token, &file::name, &file::view_type>
feishu_members(file**);

/// Grid: columns side by side.
struct grid {
    std::optional<field::number<int, 2, 5>> column_size{};
};

reflect::member_list<"column_size", &grid::column_size> feishu_members(grid**);

/// Column of a grid.
struct grid_column {
    std::optional<int> width_ratio{};
};

reflect::member_list<"width_ratio", &grid_column::width_ratio> feishu_members(grid_column**);

/// Source and address of embedded content.
struct iframe_component {
    open<v1::iframe_type> iframe_type{};
    std::optional<std::string> url{};
};

reflect::member_list<"iframe_type, url", &iframe_component::iframe_type, &iframe_component::url>
feishu_members(iframe_component**);

/// Embedded content.
struct iframe {
    std::optional<model::iframe_component> component{};
};

reflect::member_list<"component", &iframe::component> feishu_members(iframe**);

/// Image.
struct image {
    std::optional<int> width{};
    std::optional<int> height{};
    std::optional<std::string> token{};
    /// Default: center.
    open<v1::align> align{};
};

reflect::member_list<"width, height, token, align", &image::width, &image::height, &image::token,
                     &image::align>
feishu_members(image**);

/// Third-party block.
struct isv {
    std::optional<std::string> component_id{};
    std::optional<std::string> component_type_id{};
};

reflect::member_list<"component_id, component_type_id", &isv::component_id, &isv::component_type_id>
feishu_members(isv**);

/// Mind map.
struct mindnote {
    std::optional<std::string> token{};
};

reflect::member_list<"token", &mindnote::token> feishu_members(mindnote**);

/// Spreadsheet.
struct sheet {
    std::optional<std::string> token{};
    std::optional<field::number<int, 1, 9>> row_size{};
    std::optional<field::number<int, 1, 9>> column_size{};
};

reflect::member_list<"token, row_size, column_size", &sheet::token, &sheet::row_size, &sheet::column_size>
feishu_members(sheet**);

/// Row and column span of a merged cell.
struct table_merge_info {
    std::optional<field::number<int, 1>> row_span{};
    std::optional<field::number<int, 1>> col_span{};
};

reflect::member_list<"row_span, col_span", &table_merge_info::row_span, &table_merge_info::col_span>
feishu_members(table_merge_info**);

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

reflect::member_list<"row_size, column_size, column_width, merge_info, header_row, header_column",
                     &table_property::row_size, &table_property::column_size, &table_property::column_width,
                     &table_property::merge_info, &table_property::header_row, &table_property::header_column>
feishu_members(table_property**);

/// Table.
struct table {
    field::list<std::string> cells{};
    std::optional<model::table_property> property{};
};

reflect::member_list<"cells, property", &table::cells, &table::property> feishu_members(table**);

/// View type of embedded content.
struct view {
    open<v1::view_type> view_type{};
};

reflect::member_list<"view_type", &view::view_type> feishu_members(view**);

/// Task.
struct task {
    std::optional<std::string> task_id{};
    /// Default: false.
    std::optional<bool> folded{};
};

reflect::member_list<"task_id, folded", &task::task_id, &task::folded> feishu_members(task**);

/// An objective with selected key results.
struct okr_objective_key {
    std::optional<std::string> objective_id{};
    field::list<std::string> kr_ids{};
};

reflect::member_list<"objective_id, kr_ids", &okr_objective_key::objective_id, &okr_objective_key::kr_ids>
feishu_members(okr_objective_key**);

/// Visibility settings of an OKR block.
struct okr_visible_setting {
    std::optional<bool> progress_fill_area_visible{};
    std::optional<bool> progress_status_visible{};
    std::optional<bool> score_visible{};
};

reflect::member_list<"progress_fill_area_visible, progress_status_visible, score_visible",
                     &okr_visible_setting::progress_fill_area_visible,
                     &okr_visible_setting::progress_status_visible, &okr_visible_setting::score_visible>
feishu_members(okr_visible_setting**);

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

reflect::member_list<
    "okr_id, objectives, period_display_status, period_name_zh, period_name_en, user_id, visible_setting",
    &okr::okr_id, &okr::objectives, &okr::period_display_status, &okr::period_name_zh, &okr::period_name_en,
    &okr::user_id, &okr::visible_setting>
feishu_members(okr**);

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

reflect::member_list<"mode, current, percent, progress_status, start, status_type, target",
                     &okr_progress_rate::mode, &okr_progress_rate::current, &okr_progress_rate::percent,
                     &okr_progress_rate::progress_status, &okr_progress_rate::start,
                     &okr_progress_rate::status_type, &okr_progress_rate::target>
feishu_members(okr_progress_rate**);

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

reflect::member_list<"objective_id, confidential, position, score, visible, weight, progress_rate, content",
                     &okr_objective::objective_id, &okr_objective::confidential, &okr_objective::position,
                     &okr_objective::score, &okr_objective::visible, &okr_objective::weight,
                     &okr_objective::progress_rate, &okr_objective::content>
feishu_members(okr_objective**);

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

reflect::member_list<"kr_id, confidential, position, score, visible, weight, progress_rate, content",
                     &okr_key_result::kr_id, &okr_key_result::confidential, &okr_key_result::position,
                     &okr_key_result::score, &okr_key_result::visible, &okr_key_result::weight,
                     &okr_key_result::progress_rate, &okr_key_result::content>
feishu_members(okr_key_result**);

/// Jira issue.
struct jira_issue {
    std::optional<std::string> id{};
    std::optional<std::string> key{};
};

reflect::member_list<"id, key", &jira_issue::id, &jira_issue::key> feishu_members(jira_issue**);

/// Table of contents of a wiki page's subpages.
struct wiki_catalog {
    std::optional<std::string> wiki_token{};
};

reflect::member_list<"wiki_token", &wiki_catalog::wiki_token> feishu_members(wiki_catalog**);

/// Whiteboard.
struct board {
    std::optional<std::string> token{};
    /// Default: left.
    open<v1::align> align{};
    std::optional<field::number<int, 90>> width{};
    std::optional<field::number<int, 90>> height{};
};

reflect::member_list<"token, align, width, height", &board::token, &board::align, &board::width,
                     &board::height>
feishu_members(board**);

/// Link preview.
struct link_preview {
    std::optional<field::text<1>> url{};
    open<v1::link_preview_type> url_type{};
};

reflect::member_list<"url, url_type", &link_preview::url, &link_preview::url_type>
feishu_members(link_preview**);

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

reflect::member_list<"elements", &update_text_elements::elements> feishu_members(update_text_elements**);

/// Updates the text style of a block.
struct update_text_style {
    field::required<model::text_style> style;
    field::required<field::list<open<v1::text_style_field>>> fields;
};

reflect::member_list<"style, fields", &update_text_style::style, &update_text_style::fields>
feishu_members(update_text_style**);

/// Updates column widths and headers of a table.
struct update_table_property {
    std::optional<field::number<int, 50>> column_width{};
    std::optional<field::number<int, 0>> column_index{};
    std::optional<bool> header_row{};
    std::optional<bool> header_column{};
};

reflect::member_list<"column_width, column_index, header_row, header_column",
                     &update_table_property::column_width, &update_table_property::column_index,
                     &update_table_property::header_row, &update_table_property::header_column>
feishu_members(update_table_property**);

/// Inserts a row into a table.
struct insert_table_row {
    /// Index; -1 is the end.
    field::required<field::number<int, -1>> row_index;
};

reflect::member_list<"row_index", &insert_table_row::row_index> feishu_members(insert_table_row**);

/// Inserts a column into a table.
struct insert_table_column {
    /// Index; -1 is the end.
    field::required<field::number<int, -1>> column_index;
};

reflect::member_list<"column_index", &insert_table_column::column_index>
feishu_members(insert_table_column**);

/// Deletes a range of table rows; the end index is exclusive.
struct delete_table_rows {
    field::required<field::number<int, 0>> row_start_index;
    field::required<field::number<int, 1>> row_end_index;
};

reflect::member_list<"row_start_index, row_end_index", &delete_table_rows::row_start_index,
                     &delete_table_rows::row_end_index>
feishu_members(delete_table_rows**);

/// Deletes a range of table columns; the end index is exclusive.
struct delete_table_columns {
    field::required<field::number<int, 0>> column_start_index;
    field::required<field::number<int, 1>> column_end_index;
};

reflect::member_list<"column_start_index, column_end_index", &delete_table_columns::column_start_index,
                     &delete_table_columns::column_end_index>
feishu_members(delete_table_columns**);

/// Merges a range of table cells; end indexes are exclusive.
struct merge_table_cells {
    field::required<field::number<int, 0>> row_start_index;
    field::required<field::number<int, 1>> row_end_index;
    field::required<field::number<int, 0>> column_start_index;
    field::required<field::number<int, 1>> column_end_index;
};

reflect::member_list<"row_start_index, row_end_index, column_start_index, column_end_index",
                     &merge_table_cells::row_start_index, &merge_table_cells::row_end_index,
                     &merge_table_cells::column_start_index, &merge_table_cells::column_end_index>
feishu_members(merge_table_cells**);

/// Unmerges a table cell.
struct unmerge_table_cells {
    field::required<field::number<int, 0>> row_index;
    field::required<field::number<int, 0>> column_index;
};

reflect::member_list<"row_index, column_index", &unmerge_table_cells::row_index,
                     &unmerge_table_cells::column_index>
feishu_members(unmerge_table_cells**);

/// Inserts a column into a grid.
struct insert_grid_column {
    /// Index; -1 is the end.
    field::required<field::number<int, -1>> column_index;
};

reflect::member_list<"column_index", &insert_grid_column::column_index> feishu_members(insert_grid_column**);

/// Deletes a column of a grid.
struct delete_grid_column {
    /// Index; -1 is the last column.
    field::required<field::number<int, -1>> column_index;
};

reflect::member_list<"column_index", &delete_grid_column::column_index> feishu_members(delete_grid_column**);

/// Updates the column widths of a grid, in percent.
struct update_grid_column_width_ratio {
    field::required<field::list<int, 1, 99>> width_ratios;
};

reflect::member_list<"width_ratios", &update_grid_column_width_ratio::width_ratios>
feishu_members(update_grid_column_width_ratio**);

/// Replaces the image of a block.
struct replace_image {
    field::required<std::string> token;
    std::optional<int> width{};
    std::optional<int> height{};
    open<v1::align> align{};
};

reflect::member_list<"token, width, height, align", &replace_image::token, &replace_image::width,
                     &replace_image::height, &replace_image::align>
feishu_members(replace_image**);

/// Replaces the file of a block.
struct replace_file {
    field::required<std::string> token;
};

reflect::member_list<"token", &replace_file::token> feishu_members(replace_file**);

/// Replaces text and style of a block.
struct update_text {
    field::required<field::list<model::text_element, 1>> elements;
    field::required<model::text_style> style;
    field::required<field::list<open<v1::text_style_field>>> fields;
};

reflect::member_list<"elements, style, fields", &update_text::elements, &update_text::style,
                     &update_text::fields>
feishu_members(update_text**);

/// Updates a task block.
struct update_task {
    std::optional<std::string> task_id{};
    std::optional<bool> folded{};
};

reflect::member_list<"task_id, folded", &update_task::task_id, &update_task::folded>
feishu_members(update_task**);

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

reflect::member_list<
    "update_text_elements, update_text_style, update_table_property, insert_table_row, insert_table_column, "
    "delete_table_rows, delete_table_columns, merge_table_cells, unmerge_table_cells, insert_grid_column, "
    "delete_grid_column, update_grid_column_width_ratio, replace_image, replace_file, block_id, update_text, "
    "update_task",
    &block_update::update_text_elements, &block_update::update_text_style,
    &block_update::update_table_property, &block_update::insert_table_row, &block_update::insert_table_column,
    &block_update::delete_table_rows, &block_update::delete_table_columns, &block_update::merge_table_cells,
    &block_update::unmerge_table_cells, &block_update::insert_grid_column, &block_update::delete_grid_column,
    &block_update::update_grid_column_width_ratio, &block_update::replace_image, &block_update::replace_file,
    &block_update::block_id, &block_update::update_text, &block_update::update_task>
feishu_members(block_update**);

} // namespace model

} // namespace feishu::docx::v1
