#pragma once
// Feishu application v6: shared types. Generated from codegen/specs/application/v6/models.json: edit that, then run codegen/run.

#include <string>
#include <vector>

#include <feishu/generated/common.hpp>

namespace feishu::application::v6 {

using feishu::user_id_type;

/// What an app was made with.
enum class app_create_source { developer_console, base, app_engine, bot_builder, aily, unknown };
BOOST_DESCRIBE_ENUM(app_create_source, developer_console, base, app_engine, bot_builder, aily, unknown)

/// Kinds of app.
enum class app_scene_type : int { custom = 0, store = 1 };
BOOST_DESCRIBE_ENUM(app_scene_type, custom, store)
constexpr bool feishu_wire_is_number(app_scene_type) { return true; }

/// How sensitive a scope is.
enum class app_scope_level : int { normal = 1, advanced = 2, highly_sensitive = 3, unknown = 0 };
BOOST_DESCRIBE_ENUM(app_scope_level, normal, advanced, highly_sensitive, unknown)
constexpr bool feishu_wire_is_number(app_scope_level) { return true; }

/// Whether an app is in use.
enum class app_status : int { disabled = 0, enabled = 1 };
BOOST_DESCRIBE_ENUM(app_status, disabled, enabled)
constexpr bool feishu_wire_is_number(app_status) { return true; }

/// Where a version stands.
enum class app_version_status : int {
    unknown = 0,
    audited = 1,
    rejected = 2,
    under_audit = 3,
    unaudited = 4
};
BOOST_DESCRIBE_ENUM(app_version_status, unknown, audited, rejected, under_audit, unaudited)
constexpr bool feishu_wire_is_number(app_version_status) { return true; }

/// How an audit ended.
enum class audit_operation { audited, reject };
BOOST_DESCRIBE_ENUM(audit_operation, audited, reject)

/// Who audited.
enum class audit_source { administrator, auto_ };
BOOST_DESCRIBE_ENUM(audit_source, administrator, auto_)

/// Where a document add-on works.
enum class cloud_doc_mode : int { unknown = 0, mobile = 1 };
BOOST_DESCRIBE_ENUM(cloud_doc_mode, unknown, mobile)
constexpr bool feishu_wire_is_number(cloud_doc_mode) { return true; }

/// Kinds of fault.
enum class fault_type : int {
    black_screen = 1,
    white_screen = 2,
    cannot_open = 3,
    stutter = 4,
    crash = 5,
    slow = 6,
    freeze = 7,
    other = 8
};
BOOST_DESCRIBE_ENUM(fault_type, black_screen, white_screen, cannot_open, stutter, crash, slow, freeze, other)
constexpr bool feishu_wire_is_number(fault_type) { return true; }

/// Where feedback was given.
enum class feedback_source : int { mini_program = 1, web_app = 2, bot = 3, web_sdk = 4 };
BOOST_DESCRIBE_ENUM(feedback_source, mini_program, web_app, bot, web_sdk)
constexpr bool feishu_wire_is_number(feedback_source) { return true; }

/// What has become of feedback.
enum class feedback_status : int { open = 0, processed = 1, in_progress = 2, closed = 3 };
BOOST_DESCRIBE_ENUM(feedback_status, open, processed, in_progress, closed)
constexpr bool feishu_wire_is_number(feedback_status) { return true; }

/// What feedback is about.
enum class feedback_type : int { fault = 1, suggestion = 2 };
BOOST_DESCRIBE_ENUM(feedback_type, fault, suggestion)
constexpr bool feishu_wire_is_number(feedback_type) { return true; }

/// How a mini program shows on the desktop; bits, which can come together.
enum class gadget_pc_mode : int { sidebar = 1, pc = 2, main_navigation = 4 };
BOOST_DESCRIBE_ENUM(gadget_pc_mode, sidebar, pc, main_navigation)
constexpr bool feishu_wire_is_number(gadget_pc_mode) { return true; }

/// Which tokens a scope is for.
enum class scope_token_type { tenant, user };
BOOST_DESCRIBE_ENUM(scope_token_type, tenant, user)

namespace model {

/// A mini program.
struct gadget {
    open<v6::gadget_pc_mode> enable_pc_mode;
    std::vector<std::string> schema_urls;
    bool pc_use_mobile_pkg = false;
    std::string pc_version;
    std::string mobile_version;
    std::string mobile_min_lark_version;
    std::string pc_min_lark_version;
};
BOOST_DESCRIBE_STRUCT(gadget, (),
                      (enable_pc_mode, schema_urls, pc_use_mobile_pkg, pc_version, mobile_version,
                       mobile_min_lark_version, pc_min_lark_version))

/// A web app.
struct web_app {
    std::string pc_url;
    std::string mobile_url;
};
BOOST_DESCRIBE_STRUCT(web_app, (), (pc_url, mobile_url))

/// A bot.
struct bot {
    std::string card_request_url;
};
BOOST_DESCRIBE_STRUCT(bot, (), (card_request_url))

/// A widget of the workplace.
struct workplace_widget {
    std::string min_lark_version;
};
BOOST_DESCRIBE_STRUCT(workplace_widget, (), (min_lark_version))

/// An entry in the main navigation of one kind of client.
struct navigate_meta {
    std::string version;
    std::string image_url;
    std::string hover_image_url;
};
BOOST_DESCRIBE_STRUCT(navigate_meta, (), (version, image_url, hover_image_url))

/// An entry in the main navigation.
struct navigate {
    model::navigate_meta pc;
    model::navigate_meta mobile;
};
BOOST_DESCRIBE_STRUCT(navigate, (), (pc, mobile))

/// Texts of a document add-on in one language.
struct cloud_doc_i18n_info {
    open<feishu::locale> i18n_key;
    std::string name;
    std::string read_description;
    std::string write_description;
};
BOOST_DESCRIBE_STRUCT(cloud_doc_i18n_info, (), (i18n_key, name, read_description, write_description))

/// A document add-on.
struct cloud_doc {
    std::string space_url;
    std::vector<model::cloud_doc_i18n_info> i18n;
    std::string icon_url;
    open<v6::cloud_doc_mode> mode;
};
BOOST_DESCRIBE_STRUCT(cloud_doc, (), (space_url, i18n, icon_url, mode))

/// A name in one language.
struct i18n_text {
    open<feishu::locale> i18n_key;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(i18n_text, (), (i18n_key, name))

/// A block for documents.
struct docs_block {
    std::string block_type_id;
    std::vector<model::i18n_text> i18n;
    std::string mobile_icon_url;
    std::string pc_icon_url;
};
BOOST_DESCRIBE_STRUCT(docs_block, (), (block_type_id, i18n, mobile_icon_url, pc_icon_url))

/// A message action.
struct message_action {
    std::string pc_app_link;
    std::string mobile_app_link;
    std::vector<model::i18n_text> i18n;
};
BOOST_DESCRIBE_STRUCT(message_action, (), (pc_app_link, mobile_app_link, i18n))

/// An entry of the plus menu.
struct plus_menu {
    std::string pc_app_link;
    std::string mobile_app_link;
};
BOOST_DESCRIBE_STRUCT(plus_menu, (), (pc_app_link, mobile_app_link))

/// What an app consists of.
struct app_ability {
    model::gadget gadget;
    model::web_app web_app;
    model::bot bot;
    std::vector<model::workplace_widget> workplace_widgets;
    model::navigate navigate;
    model::cloud_doc cloud_doc;
    std::vector<model::docs_block> docs_blocks;
    model::message_action message_action;
    model::plus_menu plus_menu;
};
BOOST_DESCRIBE_STRUCT(app_ability, (),
                      (gadget, web_app, bot, workplace_widgets, navigate, cloud_doc, docs_blocks,
                       message_action, plus_menu))

/// Name and description in one language.
struct app_i18n_info {
    open<feishu::locale> i18n_key;
    std::string name;
    std::string description;
    std::string help_use;
};
BOOST_DESCRIBE_STRUCT(app_i18n_info, (), (i18n_key, name, description, help_use))

/// A scope that a version asks for.
struct app_scope {
    std::string scope;
    std::string description;
    open<v6::app_scope_level> level;
    std::vector<open<v6::scope_token_type>> token_types;
};
BOOST_DESCRIBE_STRUCT(app_scope, (), (scope, description, level, token_types))

/// Users and departments.
struct app_visible_list {
    std::vector<feishu::model::user_ids> open_ids;
    std::vector<std::string> department_ids;
};
BOOST_DESCRIBE_STRUCT(app_visible_list, (), (open_ids, department_ids))

/// Who may use an app.
struct app_visibility {
    bool is_all = false;
    model::app_visible_list visible_list;
    model::app_visible_list invisible_list;
};
BOOST_DESCRIBE_STRUCT(app_visibility, (), (is_all, visible_list, invisible_list))

/// What is said of a version.
struct app_version_remark {
    std::string remark;
    std::string update_remark;
    model::app_visibility visibility;
};
BOOST_DESCRIBE_STRUCT(app_version_remark, (), (remark, update_remark, visibility))

/// A version of an app.
struct app_version {
    /// The app.
    feishu::app_id app_id;
    std::string version;
    std::string version_id;
    std::string app_name;
    std::string avatar_url;
    std::string description;
    std::vector<model::app_scope> scopes;
    std::string back_home_url;
    std::vector<model::app_i18n_info> i18n;
    std::vector<std::string> common_categories;
    std::vector<std::string> events;
    open<v6::app_version_status> status;
    unix_seconds create_time;
    unix_seconds publish_time;
    model::app_ability ability;
    model::app_version_remark remark;
};
BOOST_DESCRIBE_STRUCT(app_version, (),
                      (app_id, version, version_id, app_name, avatar_url, description, scopes, back_home_url,
                       i18n, common_categories, events, status, create_time, publish_time, ability, remark))

/// Who tapped a menu entry.
struct menu_operator {
    std::string operator_name;
    /// Who did it.
    feishu::model::user_ids operator_id;
};
BOOST_DESCRIBE_STRUCT(menu_operator, (), (operator_name, operator_id))

} // namespace model

} // namespace feishu::application::v6
