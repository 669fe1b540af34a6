#pragma once
// Feishu application v6: shared types. Generated from codegen/specs/application/v6/models.json: edit that, then run codegen/run.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <feishu/generated/common.hpp>

namespace feishu::application::v6 {

using feishu::user_id_type;

/// Capability that opens by default.
enum class ability_type { gadget, web_app, bot };
BOOST_DESCRIBE_ENUM(ability_type, gadget, web_app, bot)

/// App creation source.
enum class app_create_source { developer_console, base, app_engine, bot_builder, aily, unknown };
BOOST_DESCRIBE_ENUM(app_create_source, developer_console, base, app_engine, bot_builder, aily, unknown)

/// Language of app information.
enum class app_language { zh_cn, en_us, ja_jp };
BOOST_DESCRIBE_ENUM(app_language, zh_cn, en_us, ja_jp)

/// App type.
enum class app_scene_type : int { custom = 0, store = 1 };
BOOST_DESCRIBE_ENUM(app_scene_type, custom, store)
constexpr bool feishu_wire_is_number(app_scene_type) { return true; }

/// Sensitivity level of a scope.
enum class app_scope_level : int { normal = 1, advanced = 2, highly_sensitive = 3, unknown = 0 };
BOOST_DESCRIBE_ENUM(app_scope_level, normal, advanced, highly_sensitive, unknown)
constexpr bool feishu_wire_is_number(app_scope_level) { return true; }

/// App status.
enum class app_status : int { disabled = 0, enabled = 1 };
BOOST_DESCRIBE_ENUM(app_status, disabled, enabled)
constexpr bool feishu_wire_is_number(app_status) { return true; }

/// Change of the status of an app in a tenant.
enum class app_status_change { start_by_tenant, stop_by_tenant, stop_by_platform };
BOOST_DESCRIBE_ENUM(app_status_change, start_by_tenant, stop_by_tenant, stop_by_platform)

/// Version status.
enum class app_version_status : int {
    unknown = 0,
    approved = 1,
    rejected = 2,
    under_review = 3,
    not_submitted = 4
};
BOOST_DESCRIBE_ENUM(app_version_status, unknown, approved, rejected, under_review, not_submitted)
constexpr bool feishu_wire_is_number(app_version_status) { return true; }

/// App type.
enum class application_scene_type : int { custom = 0, store = 1, personal_store = 2, unknown = 3 };
BOOST_DESCRIBE_ENUM(application_scene_type, custom, store, personal_store, unknown)
constexpr bool feishu_wire_is_number(application_scene_type) { return true; }

/// App status.
enum class application_status : int { disabled = 0, enabled = 1, not_enabled = 2, unknown = 3 };
BOOST_DESCRIBE_ENUM(application_status, disabled, enabled, not_enabled, unknown)
constexpr bool feishu_wire_is_number(application_status) { return true; }

/// Review result.
enum class audit_operation { audited, reject };
BOOST_DESCRIBE_ENUM(audit_operation, audited, reject)

/// Source of a review.
enum class audit_source { administrator, auto_ };
BOOST_DESCRIBE_ENUM(audit_source, administrator, auto_)

/// Type of purchase.
enum class buy_type { buy, upgrade, renew };
BOOST_DESCRIBE_ENUM(buy_type, buy, upgrade, renew)

/// Delivery mode of callbacks.
enum class callback_type { webhook, websocket };
BOOST_DESCRIBE_ENUM(callback_type, webhook, websocket)

/// Display mode of a document add-on.
enum class cloud_doc_mode : int { unknown = 0, mobile = 1 };
BOOST_DESCRIBE_ENUM(cloud_doc_mode, unknown, mobile)
constexpr bool feishu_wire_is_number(cloud_doc_mode) { return true; }

/// Contact scope of an app.
enum class contacts_scope_type { equal_to_availability, some, all };
BOOST_DESCRIBE_ENUM(contacts_scope_type, equal_to_availability, some, all)

/// Fault type.
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

/// Source of feedback.
enum class feedback_source : int { mini_program = 1, web_app = 2, bot = 3, web_sdk = 4 };
BOOST_DESCRIBE_ENUM(feedback_source, mini_program, web_app, bot, web_sdk)
constexpr bool feishu_wire_is_number(feedback_source) { return true; }

/// Feedback status.
enum class feedback_status : int { open = 0, processed = 1, in_progress = 2, closed = 3 };
BOOST_DESCRIBE_ENUM(feedback_status, open, processed, in_progress, closed)
constexpr bool feishu_wire_is_number(feedback_status) { return true; }

/// Feedback type.
enum class feedback_type : int { fault = 1, suggestion = 2 };
BOOST_DESCRIBE_ENUM(feedback_type, fault, suggestion)
constexpr bool feishu_wire_is_number(feedback_type) { return true; }

/// Desktop display mode of a mini program; a bit mask.
enum class gadget_pc_mode : int { sidebar = 1, pc = 2, main_navigation = 4 };
BOOST_DESCRIBE_ENUM(gadget_pc_mode, sidebar, pc, main_navigation)
constexpr bool feishu_wire_is_number(gadget_pc_mode) { return true; }

/// Owner of an app.
enum class owner_type : int { platform = 0, partner = 1, member = 2 };
BOOST_DESCRIBE_ENUM(owner_type, platform, partner, member)
constexpr bool feishu_wire_is_number(owner_type) { return true; }

/// Payment type.
enum class payment_type : int { free = 0, paid = 1 };
BOOST_DESCRIBE_ENUM(payment_type, free, paid)
constexpr bool feishu_wire_is_number(payment_type) { return true; }

/// Grant status of a scope.
enum class scope_grant_status : int { granted = 1, not_granted = 2 };
BOOST_DESCRIBE_ENUM(scope_grant_status, granted, not_granted)
constexpr bool feishu_wire_is_number(scope_grant_status) { return true; }

/// Token types a scope applies to.
enum class scope_token_type { tenant, user };
BOOST_DESCRIBE_ENUM(scope_token_type, tenant, user)

namespace model {

/// Mini program.
struct gadget {
    /// Desktop display mode.
    open<v6::gadget_pc_mode> enable_pc_mode;
    /// URL schemas that the app may open.
    std::vector<std::string> schema_urls;
    /// Whether desktop clients use the mobile package.
    bool pc_use_mobile_pkg = false;
    /// Version on desktop clients.
    std::string pc_version;
    /// Version on mobile clients.
    std::string mobile_version;
    /// Minimum client version on mobile.
    std::string mobile_min_lark_version;
    /// Minimum client version on desktop.
    std::string pc_min_lark_version;
};
BOOST_DESCRIBE_STRUCT(gadget, (),
                      (enable_pc_mode, schema_urls, pc_use_mobile_pkg, pc_version, mobile_version,
                       mobile_min_lark_version, pc_min_lark_version))

/// Web app.
struct web_app {
    /// URL for desktop clients.
    std::string pc_url;
    /// URL for mobile clients.
    std::string mobile_url;
};
BOOST_DESCRIBE_STRUCT(web_app, (), (pc_url, mobile_url))

/// Link of a menu item.
struct menu_link {
    /// URL for desktop clients.
    std::string pc_url;
    /// URL for mobile clients.
    std::string mobile_url;
};
BOOST_DESCRIBE_STRUCT(menu_link, (), (pc_url, mobile_url))

/// Icon of the icon library.
struct menu_icon {
    /// Icon token.
    std::string token;
    /// Color.
    std::string color;
};
BOOST_DESCRIBE_STRUCT(menu_icon, (), (token, color))

/// Item of a bot menu.
struct bot_menu {
    /// Menu item id.
    std::string menu_id;
    /// Id of the parent menu item.
    std::string parent_menu_id;
    /// Sort order.
    int sort = 0;
    /// Default name.
    std::string default_name;
    /// Localized names, keyed by language.
    std::map<std::string, std::string> i18n_name;
    /// Link that the item opens.
    model::menu_link redirect_link;
    /// Key sent with the menu event.
    std::string event_key;
    /// Icon.
    std::string icon_file_key;
    /// Icon of the icon library.
    model::menu_icon ud_icon;
    /// Type of the item.
    int menu_content_type = 0;
};
BOOST_DESCRIBE_STRUCT(bot_menu, (),
                      (menu_id, parent_menu_id, sort, default_name, i18n_name, redirect_link, event_key,
                       icon_file_key, ud_icon, menu_content_type))

/// Bot.
struct bot {
    /// Card request URL.
    std::string card_request_url;
    /// Whether the bot menu is enabled. Not documented by the platform.
    std::optional<bool> bot_menu_enable{};
    /// Display strategy of the bot menu. Not documented by the platform.
    std::optional<int> bot_menu_display_strategy{};
    /// Items of the bot menu. Not documented by the platform.
    std::vector<model::bot_menu> bot_menus;
};
BOOST_DESCRIBE_STRUCT(bot, (), (card_request_url, bot_menu_enable, bot_menu_display_strategy, bot_menus))

/// Workplace widget.
struct workplace_widget {
    /// Minimum client version.
    std::string min_lark_version;
};
BOOST_DESCRIBE_STRUCT(workplace_widget, (), (min_lark_version))

/// Main navigation item for one client type.
struct navigate_meta {
    /// Version number.
    std::string version;
    /// Icon URL.
    std::string image_url;
    /// Icon URL when selected.
    std::string hover_image_url;
};
BOOST_DESCRIBE_STRUCT(navigate_meta, (), (version, image_url, hover_image_url))

/// Main navigation item.
struct navigate {
    model::navigate_meta pc;
    model::navigate_meta mobile;
};
BOOST_DESCRIBE_STRUCT(navigate, (), (pc, mobile))

/// Localized texts of a document add-on.
struct cloud_doc_i18n_info {
    /// Language.
    open<feishu::locale> i18n_key;
    /// Name.
    std::string name;
    /// Description for readers.
    std::string read_description;
    /// Description for editors.
    std::string write_description;
};
BOOST_DESCRIBE_STRUCT(cloud_doc_i18n_info, (), (i18n_key, name, read_description, write_description))

/// Document add-on.
struct cloud_doc {
    /// URL of the add-on.
    std::string space_url;
    /// Localized texts.
    std::vector<model::cloud_doc_i18n_info> i18n;
    /// Icon URL.
    std::string icon_url;
    /// Display mode.
    open<v6::cloud_doc_mode> mode;
};
BOOST_DESCRIBE_STRUCT(cloud_doc, (), (space_url, i18n, icon_url, mode))

/// Localized name.
struct i18n_text {
    /// Language.
    open<feishu::locale> i18n_key;
    /// Name.
    std::string name;
};
BOOST_DESCRIBE_STRUCT(i18n_text, (), (i18n_key, name))

/// Document block.
struct docs_block {
    /// Block type id.
    std::string block_type_id;
    /// Localized texts.
    std::vector<model::i18n_text> i18n;
    /// Icon URL for mobile clients.
    std::string mobile_icon_url;
    /// Icon URL for desktop clients.
    std::string pc_icon_url;
};
BOOST_DESCRIBE_STRUCT(docs_block, (), (block_type_id, i18n, mobile_icon_url, pc_icon_url))

/// Message shortcut.
struct message_action {
    /// AppLink for desktop clients.
    std::string pc_app_link;
    /// AppLink for mobile clients.
    std::string mobile_app_link;
    /// Localized texts.
    std::vector<model::i18n_text> i18n;
};
BOOST_DESCRIBE_STRUCT(message_action, (), (pc_app_link, mobile_app_link, i18n))

/// Plus menu item.
struct plus_menu {
    /// AppLink for desktop clients.
    std::string pc_app_link;
    /// AppLink for mobile clients.
    std::string mobile_app_link;
};
BOOST_DESCRIBE_STRUCT(plus_menu, (), (pc_app_link, mobile_app_link))

/// Capabilities of an app.
struct app_ability {
    /// Mini program.
    model::gadget gadget;
    /// Web app.
    model::web_app web_app;
    /// Bot.
    model::bot bot;
    /// Workplace widgets.
    std::vector<model::workplace_widget> workplace_widgets;
    /// Main navigation.
    model::navigate navigate;
    /// Document add-on.
    model::cloud_doc cloud_doc;
    /// Document blocks.
    std::vector<model::docs_block> docs_blocks;
    /// Message shortcut.
    model::message_action message_action;
    /// Plus menu.
    model::plus_menu plus_menu;
};
BOOST_DESCRIBE_STRUCT(app_ability, (),
                      (gadget, web_app, bot, workplace_widgets, navigate, cloud_doc, docs_blocks,
                       message_action, plus_menu))

/// Callback configuration.
struct app_callback {
    /// Delivery mode.
    std::string callback_type;
    /// Request URL.
    std::string request_url;
    /// Subscribed callbacks.
    std::vector<std::string> subscribed_callbacks;
};
BOOST_DESCRIBE_STRUCT(app_callback, (), (callback_type, request_url, subscribed_callbacks))

/// Encryption settings of events and callbacks.
struct app_encryption {
    /// Encrypt key; a secret.
    std::string encryption_key;
    /// Verification token; a secret.
    std::string verification_token;
};
BOOST_DESCRIBE_STRUCT(app_encryption, (), (encryption_key, verification_token))

/// Event configuration.
struct app_event {
    /// Delivery mode.
    std::string subscription_type;
    /// Request URL.
    std::string request_url;
    /// Subscribed event types.
    std::vector<std::string> subscribed_events;
};
BOOST_DESCRIBE_STRUCT(app_event, (), (subscription_type, request_url, subscribed_events))

/// Localized name and description.
struct app_i18n_info {
    /// Language.
    open<feishu::locale> i18n_key;
    /// Name.
    std::string name;
    /// Description.
    std::string description;
    /// URL of the help document.
    std::string help_use;
};
BOOST_DESCRIBE_STRUCT(app_i18n_info, (), (i18n_key, name, description, help_use))

/// Owner of an app.
struct app_owner {
    /// Type of owner.
    open<v6::owner_type> type;
    /// User id of the owner.
    std::string owner_id;
    /// Name.
    std::string name;
    /// URL of the help desk.
    std::string help_desk;
    /// Email address.
    feishu::email email;
    /// Phone number.
    std::string phone;
    /// Customer service account.
    std::string customer_service_account;
};
BOOST_DESCRIBE_STRUCT(app_owner, (),
                      (type, owner_id, name, help_desk, email, phone, customer_service_account))

/// Scope requested by an app version.
struct app_scope {
    /// Scope name.
    std::string scope;
    /// Description.
    std::string description;
    /// Sensitivity level.
    open<v6::app_scope_level> level;
    /// Token types the scope applies to.
    std::vector<open<v6::scope_token_type>> token_types;
};
BOOST_DESCRIBE_STRUCT(app_scope, (), (scope, description, level, token_types))

/// Security settings.
struct app_security {
    /// Redirect URLs.
    std::vector<std::string> redirect_urls;
    /// IP addresses from which the app may call.
    std::vector<std::string> allowed_ips;
    /// Trusted domains of web apps.
    std::vector<std::string> h5_trusted_domains;
    /// Trusted domains of web views.
    std::vector<std::string> web_view_trusted_domains;
    /// URL schemas that the app may open.
    std::vector<std::string> allowed_schemas;
    /// Server domains that mini programs may access.
    std::vector<std::string> allowed_server_domains;
};
BOOST_DESCRIBE_STRUCT(app_security, (),
                      (redirect_urls, allowed_ips, h5_trusted_domains, web_view_trusted_domains,
                       allowed_schemas, allowed_server_domains))

/// Users and departments, as reported by events.
struct app_visible_list {
    /// User ids.
    std::vector<feishu::model::user_ids> open_ids;
    /// Department ids.
    std::vector<std::string> department_ids;
};
BOOST_DESCRIBE_STRUCT(app_visible_list, (), (open_ids, department_ids))

/// Availability of an app.
struct app_visibility {
    /// Whether the app is available to all members.
    bool is_all = false;
    /// Where the app is available.
    model::app_visible_list visible_list;
    /// Where the app is not available.
    model::app_visible_list invisible_list;
};
BOOST_DESCRIBE_STRUCT(app_visibility, (), (is_all, visible_list, invisible_list))

/// Version remarks.
struct app_version_remark {
    /// Remarks.
    std::string remark;
    /// Release notes.
    std::string update_remark;
    /// Availability.
    model::app_visibility visibility;
};
BOOST_DESCRIBE_STRUCT(app_version_remark, (), (remark, update_remark, visibility))

/// App version.
struct app_version {
    /// App id.
    feishu::app_id app_id;
    /// Version number.
    std::string version;
    /// Version id.
    std::string version_id;
    /// App name.
    std::string app_name;
    /// Avatar URL.
    std::string avatar_url;
    /// Description.
    std::string description;
    /// Requested scopes.
    std::vector<model::app_scope> scopes;
    /// URL of the app homepage.
    std::string back_home_url;
    /// Localized texts.
    std::vector<model::app_i18n_info> i18n;
    /// Categories of the app.
    std::vector<std::string> common_categories;
    /// Subscribed event types.
    std::vector<std::string> events;
    /// Status.
    open<v6::app_version_status> status;
    /// Creation time.
    unix_seconds create_time;
    /// Publication time.
    unix_seconds publish_time;
    /// Capabilities.
    model::app_ability ability;
    /// Remarks.
    model::app_version_remark remark;
};
BOOST_DESCRIBE_STRUCT(app_version, (),
                      (app_id, version, version_id, app_name, avatar_url, description, scopes, back_home_url,
                       i18n, common_categories, events, status, create_time, publish_time, ability, remark))

/// Callback configuration.
struct callback_info {
    /// Delivery mode.
    open<v6::callback_type> callback_type;
    /// Request URL.
    std::string request_url;
    /// Subscribed callbacks.
    std::vector<std::string> subscribed_callbacks;
};
BOOST_DESCRIBE_STRUCT(callback_info, (), (callback_type, request_url, subscribed_callbacks))

/// App.
struct application {
    /// App id.
    feishu::app_id app_id;
    /// User id of the creator, of the type given by user_id_type.
    std::string creator_id;
    /// App status.
    open<v6::application_status> status;
    /// App type.
    open<v6::application_scene_type> scene_type;
    /// Payment type.
    open<v6::payment_type> payment_type;
    /// App creation source.
    open<v6::app_create_source> create_source;
    /// Redirect URLs.
    std::vector<std::string> redirect_urls;
    /// Id of the published version.
    std::string online_version_id;
    /// Id of the version under review.
    std::string unaudit_version_id;
    /// App name.
    std::string app_name;
    /// Avatar URL.
    std::string avatar_url;
    /// Description.
    std::string description;
    /// Scopes of the app.
    std::vector<model::app_scope> scopes;
    /// URL of the app homepage.
    std::string back_home_url;
    /// Localized texts.
    std::vector<model::app_i18n_info> i18n;
    /// Primary language.
    open<v6::app_language> primary_language;
    /// Categories of the app.
    std::vector<std::string> common_categories;
    /// Owner.
    model::app_owner owner;
    /// Default capability on mobile clients.
    open<v6::ability_type> mobile_default_ability;
    /// Default capability on desktop clients.
    open<v6::ability_type> pc_default_ability;
    /// App secret; never log it. Not documented by the platform.
    std::optional<std::string> secret{};
    /// Event configuration. Not documented by the platform.
    std::optional<model::app_event> event{};
    /// Callback configuration. Not documented by the platform.
    std::optional<model::app_callback> callback{};
    /// Encryption settings; never log them. Not documented by the platform.
    std::optional<model::app_encryption> encryption{};
    /// Security settings. Not documented by the platform.
    std::optional<model::app_security> security{};
    /// Whether refresh tokens are enabled. Not documented by the platform.
    std::optional<bool> allow_refresh_token{};
    /// Callback configuration, older form.
    std::optional<model::callback_info> callback_info{};
};
BOOST_DESCRIBE_STRUCT(application, (),
                      (app_id, creator_id, status, scene_type, payment_type, create_source, redirect_urls,
                       online_version_id, unaudit_version_id, app_name, avatar_url, description, scopes,
                       back_home_url, i18n, primary_language, common_categories, owner,
                       mobile_default_ability, pc_default_ability, secret, event, callback, encryption,
                       security, allow_refresh_token, callback_info))

/// Users, departments and user groups.
struct visible_list {
    /// User ids of the type given by user_id_type.
    std::vector<std::string> open_ids;
    /// Department ids.
    std::vector<std::string> department_ids;
    /// User group ids.
    std::vector<std::string> group_ids;
};
BOOST_DESCRIBE_STRUCT(visible_list, (), (open_ids, department_ids, group_ids))

/// Availability of an app.
struct application_visibility {
    /// Whether the app is available to all members.
    bool is_all = false;
    /// Where the app is available.
    model::visible_list visible_list;
    /// Where the app is not available.
    model::visible_list invisible_list;
};
BOOST_DESCRIBE_STRUCT(application_visibility, (), (is_all, visible_list, invisible_list))

/// Version remarks.
struct application_version_remark {
    /// Remarks.
    std::string remark;
    /// Release notes.
    std::string update_remark;
    /// Availability.
    model::application_visibility visibility;
};
BOOST_DESCRIBE_STRUCT(application_version_remark, (), (remark, update_remark, visibility))

/// Subscribed event.
struct event_info {
    /// Event type.
    std::string event_type;
    /// Event name.
    std::string event_name;
    /// Description.
    std::string event_description;
};
BOOST_DESCRIBE_STRUCT(event_info, (), (event_type, event_name, event_description))

/// App version.
struct application_version {
    /// App id.
    feishu::app_id app_id;
    /// Version number.
    std::string version;
    /// Version id.
    std::string version_id;
    /// App name.
    std::string app_name;
    /// Avatar URL.
    std::string avatar_url;
    /// Description.
    std::string description;
    /// Requested scopes.
    std::vector<model::app_scope> scopes;
    /// URL of the app homepage.
    std::string back_home_url;
    /// Localized texts.
    std::vector<model::app_i18n_info> i18n;
    /// Categories of the app.
    std::vector<std::string> common_categories;
    /// Subscribed event types.
    std::vector<std::string> events;
    /// Status.
    open<v6::app_version_status> status;
    /// Creation time.
    unix_seconds create_time;
    /// Publication time.
    unix_seconds publish_time;
    /// Capabilities.
    model::app_ability ability;
    /// Version remarks.
    model::application_version_remark remark;
    /// Subscribed events.
    std::vector<model::event_info> event_infos;
};
BOOST_DESCRIBE_STRUCT(application_version, (),
                      (app_id, version, version_id, app_name, avatar_url, description, scopes, back_home_url,
                       i18n, common_categories, events, status, create_time, publish_time, ability, remark,
                       event_infos))

/// Badge numbers on one client type.
struct client_badge {
    /// Badge number of the web app.
    std::optional<field::number<int, 0>> web_app{};
    /// Badge number of the mini program.
    std::optional<field::number<int, 0>> gadget{};
};
BOOST_DESCRIBE_STRUCT(client_badge, (), (web_app, gadget))

/// Contact scope of an app.
struct contacts_range {
    /// Type of the contact scope.
    open<v6::contacts_scope_type> contacts_scope_type;
    /// Contact scope, for type some.
    model::visible_list visible_list;
};
BOOST_DESCRIBE_STRUCT(contacts_range, (), (contacts_scope_type, visible_list))

/// Availability lists that contain a department.
struct department_list_status {
    /// Department id of the type given by department_id_type.
    std::string department_id;
    /// Whether the allowlist contains it.
    bool in_white_list = false;
    /// Whether the blocklist contains it.
    bool in_black_list = false;
};
BOOST_DESCRIBE_STRUCT(department_list_status, (), (department_id, in_white_list, in_black_list))

/// Availability lists that contain a user group.
struct group_list_status {
    /// User group id.
    std::string group_id;
    /// Whether the allowlist contains it.
    bool in_white_list = false;
    /// Whether the blocklist contains it.
    bool in_black_list = false;
};
BOOST_DESCRIBE_STRUCT(group_list_status, (), (group_id, in_white_list, in_black_list))

/// User who clicked a menu item.
struct menu_operator {
    /// Name of the user.
    std::string operator_name;
    /// User who performed the operation.
    feishu::model::user_ids operator_id;
};
BOOST_DESCRIBE_STRUCT(menu_operator, (), (operator_name, operator_id))

/// Scope and its grant status.
struct scope_grant {
    /// Scope.
    std::string scope_name;
    /// Grant status.
    open<v6::scope_grant_status> grant_status;
};
BOOST_DESCRIBE_STRUCT(scope_grant, (), (scope_name, grant_status))

/// Availability lists that contain a user.
struct user_list_status {
    /// User id of the type given by user_id_type.
    std::string user_id;
    /// Whether the allowlist contains the user.
    bool in_white_list = false;
    /// Whether the blocklist contains the user.
    bool in_black_list = false;
    /// Whether the list of paying users contains the user.
    bool in_paid_list = false;
};
BOOST_DESCRIBE_STRUCT(user_list_status, (), (user_id, in_white_list, in_black_list, in_paid_list))

} // namespace model

} // namespace feishu::application::v6
