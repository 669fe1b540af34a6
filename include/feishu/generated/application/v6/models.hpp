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
reflect::enumerator_list<"gadget, web_app, bot"> feishu_enumerators(ability_type**);

/// App creation source.
enum class app_create_source { developer_console, base, app_engine, bot_builder, aily, unknown };
reflect::enumerator_list<"developer_console, base, app_engine, bot_builder, aily, unknown">
feishu_enumerators(app_create_source**);

/// Language of app information.
enum class app_language { zh_cn, en_us, ja_jp };
reflect::enumerator_list<"zh_cn, en_us, ja_jp"> feishu_enumerators(app_language**);

/// App type.
enum class app_scene_type : int { custom = 0, store = 1 };
reflect::enumerator_list<"custom, store", 0, 1> feishu_enumerators(app_scene_type**);
constexpr bool feishu_wire_is_number(app_scene_type) { return true; }

/// Sensitivity level of a scope.
enum class app_scope_level : int { normal = 1, advanced = 2, highly_sensitive = 3, unknown = 0 };
reflect::enumerator_list<"normal, advanced, highly_sensitive, unknown", 1, 2, 3, 0>
feishu_enumerators(app_scope_level**);
constexpr bool feishu_wire_is_number(app_scope_level) { return true; }

/// App status.
enum class app_status : int { disabled = 0, enabled = 1 };
reflect::enumerator_list<"disabled, enabled", 0, 1> feishu_enumerators(app_status**);
constexpr bool feishu_wire_is_number(app_status) { return true; }

/// Change of the status of an app in a tenant.
enum class app_status_change { start_by_tenant, stop_by_tenant, stop_by_platform };
reflect::enumerator_list<"start_by_tenant, stop_by_tenant, stop_by_platform">
feishu_enumerators(app_status_change**);

/// Version status.
enum class app_version_status : int {
    unknown = 0,
    approved = 1,
    rejected = 2,
    under_review = 3,
    not_submitted = 4
};
reflect::enumerator_list<"unknown, approved, rejected, under_review, not_submitted", 0, 1, 2, 3, 4>
feishu_enumerators(app_version_status**);
constexpr bool feishu_wire_is_number(app_version_status) { return true; }

/// App type.
enum class application_scene_type : int { custom = 0, store = 1, personal_store = 2, unknown = 3 };
reflect::enumerator_list<"custom, store, personal_store, unknown", 0, 1, 2, 3>
feishu_enumerators(application_scene_type**);
constexpr bool feishu_wire_is_number(application_scene_type) { return true; }

/// App status.
enum class application_status : int { disabled = 0, enabled = 1, not_enabled = 2, unknown = 3 };
reflect::enumerator_list<"disabled, enabled, not_enabled, unknown", 0, 1, 2, 3>
feishu_enumerators(application_status**);
constexpr bool feishu_wire_is_number(application_status) { return true; }

/// Review result.
enum class audit_operation { audited, reject };
reflect::enumerator_list<"audited, reject"> feishu_enumerators(audit_operation**);

/// Source of a review.
enum class audit_source { administrator, auto_ };
reflect::enumerator_list<"administrator, auto_"> feishu_enumerators(audit_source**);

/// Type of purchase.
enum class buy_type { buy, upgrade, renew };
reflect::enumerator_list<"buy, upgrade, renew"> feishu_enumerators(buy_type**);

/// Delivery mode of callbacks.
enum class callback_type { webhook, websocket };
reflect::enumerator_list<"webhook, websocket"> feishu_enumerators(callback_type**);

/// Display mode of a document add-on.
enum class cloud_doc_mode : int { unknown = 0, mobile = 1 };
reflect::enumerator_list<"unknown, mobile", 0, 1> feishu_enumerators(cloud_doc_mode**);
constexpr bool feishu_wire_is_number(cloud_doc_mode) { return true; }

/// Contact scope of an app.
enum class contacts_scope_type { equal_to_availability, some, all };
reflect::enumerator_list<"equal_to_availability, some, all"> feishu_enumerators(contacts_scope_type**);

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
reflect::enumerator_list<"black_screen, white_screen, cannot_open, stutter, crash, slow, freeze, other", 1, 2,
                         3, 4, 5, 6, 7, 8>
feishu_enumerators(fault_type**);
constexpr bool feishu_wire_is_number(fault_type) { return true; }

/// Source of feedback.
enum class feedback_source : int { mini_program = 1, web_app = 2, bot = 3, web_sdk = 4 };
reflect::enumerator_list<"mini_program, web_app, bot, web_sdk", 1, 2, 3, 4>
feishu_enumerators(feedback_source**);
constexpr bool feishu_wire_is_number(feedback_source) { return true; }

/// Feedback status.
enum class feedback_status : int { open = 0, processed = 1, in_progress = 2, closed = 3 };
reflect::enumerator_list<"open, processed, in_progress, closed", 0, 1, 2, 3>
feishu_enumerators(feedback_status**);
constexpr bool feishu_wire_is_number(feedback_status) { return true; }

/// Feedback type.
enum class feedback_type : int { fault = 1, suggestion = 2 };
reflect::enumerator_list<"fault, suggestion", 1, 2> feishu_enumerators(feedback_type**);
constexpr bool feishu_wire_is_number(feedback_type) { return true; }

/// Desktop display mode of a mini program; a bit mask.
enum class gadget_pc_mode : int { sidebar = 1, pc = 2, main_navigation = 4 };
reflect::enumerator_list<"sidebar, pc, main_navigation", 1, 2, 4> feishu_enumerators(gadget_pc_mode**);
constexpr bool feishu_wire_is_number(gadget_pc_mode) { return true; }

/// Owner of an app.
enum class owner_type : int { platform = 0, partner = 1, member = 2 };
reflect::enumerator_list<"platform, partner, member", 0, 1, 2> feishu_enumerators(owner_type**);
constexpr bool feishu_wire_is_number(owner_type) { return true; }

/// Payment type.
enum class payment_type : int { free = 0, paid = 1 };
reflect::enumerator_list<"free, paid", 0, 1> feishu_enumerators(payment_type**);
constexpr bool feishu_wire_is_number(payment_type) { return true; }

/// Grant status of a scope.
enum class scope_grant_status : int { granted = 1, not_granted = 2 };
reflect::enumerator_list<"granted, not_granted", 1, 2> feishu_enumerators(scope_grant_status**);
constexpr bool feishu_wire_is_number(scope_grant_status) { return true; }

/// Token types a scope applies to.
enum class scope_token_type { tenant, user };
reflect::enumerator_list<"tenant, user"> feishu_enumerators(scope_token_type**);

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

reflect::member_list<"enable_pc_mode, schema_urls, pc_use_mobile_pkg, pc_version, mobile_version, "
                     "mobile_min_lark_version, pc_min_lark_version",
                     &gadget::enable_pc_mode, &gadget::schema_urls, &gadget::pc_use_mobile_pkg,
                     &gadget::pc_version, &gadget::mobile_version, &gadget::mobile_min_lark_version,
                     &gadget::pc_min_lark_version>
feishu_members(gadget**);

/// Web app.
struct web_app {
    /// URL for desktop clients.
    std::string pc_url;
    /// URL for mobile clients.
    std::string mobile_url;
};

reflect::member_list<"pc_url, mobile_url", &web_app::pc_url, &web_app::mobile_url> feishu_members(web_app**);

/// Link of a menu item.
struct menu_link {
    /// URL for desktop clients.
    std::string pc_url;
    /// URL for mobile clients.
    std::string mobile_url;
};

reflect::member_list<"pc_url, mobile_url", &menu_link::pc_url, &menu_link::mobile_url>
feishu_members(menu_link**);

/// Icon of the icon library.
struct menu_icon {
    /// Icon token.
    std::string token;
    /// Color.
    std::string color;
};

reflect::member_list<"token, color", &menu_icon::token, &menu_icon::color> feishu_members(menu_icon**);

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

reflect::member_list<"menu_id, parent_menu_id, sort, default_name, i18n_name, redirect_link, event_key, "
                     "icon_file_key, ud_icon, menu_content_type",
                     &bot_menu::menu_id, &bot_menu::parent_menu_id, &bot_menu::sort, &bot_menu::default_name,
                     &bot_menu::i18n_name, &bot_menu::redirect_link, &bot_menu::event_key,
                     &bot_menu::icon_file_key, &bot_menu::ud_icon, &bot_menu::menu_content_type>
feishu_members(bot_menu**);

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

reflect::member_list<"card_request_url, bot_menu_enable, bot_menu_display_strategy, bot_menus",
                     &bot::card_request_url, &bot::bot_menu_enable, &bot::bot_menu_display_strategy,
                     &bot::bot_menus>
feishu_members(bot**);

/// Workplace widget.
struct workplace_widget {
    /// Minimum client version.
    std::string min_lark_version;
};

reflect::member_list<"min_lark_version", &workplace_widget::min_lark_version>
feishu_members(workplace_widget**);

/// Main navigation item for one client type.
struct navigate_meta {
    /// Version number.
    std::string version;
    /// Icon URL.
    std::string image_url;
    /// Icon URL when selected.
    std::string hover_image_url;
};

reflect::member_list<"version, image_url, hover_image_url", &navigate_meta::version,
                     &navigate_meta::image_url, &navigate_meta::hover_image_url>
feishu_members(navigate_meta**);

/// Main navigation item.
struct navigate {
    model::navigate_meta pc;
    model::navigate_meta mobile;
};

reflect::member_list<"pc, mobile", &navigate::pc, &navigate::mobile> feishu_members(navigate**);

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

reflect::member_list<"i18n_key, name, read_description, write_description", &cloud_doc_i18n_info::i18n_key,
                     &cloud_doc_i18n_info::name, &cloud_doc_i18n_info::read_description,
                     &cloud_doc_i18n_info::write_description>
feishu_members(cloud_doc_i18n_info**);

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

reflect::member_list<"space_url, i18n, icon_url, mode", &cloud_doc::space_url, &cloud_doc::i18n,
                     &cloud_doc::icon_url, &cloud_doc::mode>
feishu_members(cloud_doc**);

/// Localized name.
struct i18n_text {
    /// Language.
    open<feishu::locale> i18n_key;
    /// Name.
    std::string name;
};

reflect::member_list<"i18n_key, name", &i18n_text::i18n_key, &i18n_text::name> feishu_members(i18n_text**);

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

reflect::member_list<"block_type_id, i18n, mobile_icon_url, pc_icon_url", &docs_block::block_type_id,
                     &docs_block::i18n, &docs_block::mobile_icon_url, &docs_block::pc_icon_url>
feishu_members(docs_block**);

/// Message shortcut.
struct message_action {
    /// AppLink for desktop clients.
    std::string pc_app_link;
    /// AppLink for mobile clients.
    std::string mobile_app_link;
    /// Localized texts.
    std::vector<model::i18n_text> i18n;
};

reflect::member_list<"pc_app_link, mobile_app_link, i18n", &message_action::pc_app_link,
                     &message_action::mobile_app_link, &message_action::i18n>
feishu_members(message_action**);

/// Plus menu item.
struct plus_menu {
    /// AppLink for desktop clients.
    std::string pc_app_link;
    /// AppLink for mobile clients.
    std::string mobile_app_link;
};

reflect::member_list<"pc_app_link, mobile_app_link", &plus_menu::pc_app_link, &plus_menu::mobile_app_link>
feishu_members(plus_menu**);

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

reflect::member_list<
    "gadget, web_app, bot, workplace_widgets, navigate, cloud_doc, docs_blocks, message_action, plus_menu",
    &app_ability::gadget, &app_ability::web_app, &app_ability::bot, &app_ability::workplace_widgets,
    &app_ability::navigate, &app_ability::cloud_doc, &app_ability::docs_blocks, &app_ability::message_action,
    &app_ability::plus_menu>
feishu_members(app_ability**);

/// Callback configuration.
struct app_callback {
    /// Delivery mode.
    std::string callback_type;
    /// Request URL.
    std::string request_url;
    /// Subscribed callbacks.
    std::vector<std::string> subscribed_callbacks;
};

reflect::member_list<"callback_type, request_url, subscribed_callbacks", &app_callback::callback_type,
                     &app_callback::request_url, &app_callback::subscribed_callbacks>
feishu_members(app_callback**);

/// Encryption settings of events and callbacks.
struct app_encryption {
    /// Encrypt key; a secret.
    std::string encryption_key;
    /// Verification token; a secret.
    std::string verification_token;
};

reflect::member_list<"encryption_key, verification_token", &app_encryption::encryption_key,
                     &app_encryption::verification_token>
feishu_members(app_encryption**);

/// Event configuration.
struct app_event {
    /// Delivery mode.
    std::string subscription_type;
    /// Request URL.
    std::string request_url;
    /// Subscribed event types.
    std::vector<std::string> subscribed_events;
};

reflect::member_list<"subscription_type, request_url, subscribed_events", &app_event::subscription_type,
                     &app_event::request_url, &app_event::subscribed_events>
feishu_members(app_event**);

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

reflect::member_list<"i18n_key, name, description, help_use", &app_i18n_info::i18n_key, &app_i18n_info::name,
                     &app_i18n_info::description, &app_i18n_info::help_use>
feishu_members(app_i18n_info**);

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

reflect::member_list<"type, owner_id, name, help_desk, email, phone, customer_service_account",
                     &app_owner::type, &app_owner::owner_id, &app_owner::name, &app_owner::help_desk,
                     &app_owner::email, &app_owner::phone, &app_owner::customer_service_account>
feishu_members(app_owner**);

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

reflect::member_list<"scope, description, level, token_types", &app_scope::scope, &app_scope::description,
                     &app_scope::level, &app_scope::token_types>
feishu_members(app_scope**);

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

reflect::member_list<"redirect_urls, allowed_ips, h5_trusted_domains, web_view_trusted_domains, "
                     "allowed_schemas, allowed_server_domains",
                     &app_security::redirect_urls, &app_security::allowed_ips,
                     &app_security::h5_trusted_domains, &app_security::web_view_trusted_domains,
                     &app_security::allowed_schemas, &app_security::allowed_server_domains>
feishu_members(app_security**);

/// Users and departments, as reported by events.
struct app_visible_list {
    /// User ids.
    std::vector<feishu::model::user_ids> open_ids;
    /// Department ids.
    std::vector<std::string> department_ids;
};

reflect::member_list<"open_ids, department_ids", &app_visible_list::open_ids,
                     &app_visible_list::department_ids>
feishu_members(app_visible_list**);

/// Availability of an app.
struct app_visibility {
    /// Whether the app is available to all members.
    bool is_all = false;
    /// Where the app is available.
    model::app_visible_list visible_list;
    /// Where the app is not available.
    model::app_visible_list invisible_list;
};

reflect::member_list<"is_all, visible_list, invisible_list", &app_visibility::is_all,
                     &app_visibility::visible_list, &app_visibility::invisible_list>
feishu_members(app_visibility**);

/// Version remarks.
struct app_version_remark {
    /// Remarks.
    std::string remark;
    /// Release notes.
    std::string update_remark;
    /// Availability.
    model::app_visibility visibility;
};

reflect::member_list<"remark, update_remark, visibility", &app_version_remark::remark,
                     &app_version_remark::update_remark, &app_version_remark::visibility>
feishu_members(app_version_remark**);

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

reflect::member_list<
    "app_id, version, version_id, app_name, avatar_url, description, scopes, back_home_url, i18n, "
    "common_categories, events, status, create_time, publish_time, ability, remark",
    &app_version::app_id, &app_version::version, &app_version::version_id, &app_version::app_name,
    &app_version::avatar_url, &app_version::description, &app_version::scopes, &app_version::back_home_url,
    &app_version::i18n, &app_version::common_categories, &app_version::events, &app_version::status,
    &app_version::create_time, &app_version::publish_time, &app_version::ability, &app_version::remark>
feishu_members(app_version**);

/// Callback configuration.
struct callback_info {
    /// Delivery mode.
    open<v6::callback_type> callback_type;
    /// Request URL.
    std::string request_url;
    /// Subscribed callbacks.
    std::vector<std::string> subscribed_callbacks;
};

reflect::member_list<"callback_type, request_url, subscribed_callbacks", &callback_info::callback_type,
                     &callback_info::request_url, &callback_info::subscribed_callbacks>
feishu_members(callback_info**);

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

reflect::member_list<
    "app_id, creator_id, status, scene_type, payment_type, create_source, redirect_urls, online_version_id, "
    "unaudit_version_id, app_name, avatar_url, description, scopes, back_home_url, i18n, primary_language, "
    "common_categories, owner, mobile_default_ability, pc_default_ability, secret, event, callback, "
    "encryption, security, allow_refresh_token, callback_info",
    &application::app_id, &application::creator_id, &application::status, &application::scene_type,
    &application::payment_type, &application::create_source, &application::redirect_urls,
    &application::online_version_id, &application::unaudit_version_id, &application::app_name,
    &application::avatar_url, &application::description, &application::scopes, &application::back_home_url,
    &application::i18n, &application::primary_language, &application::common_categories, &application::owner,
    &application::mobile_default_ability, &application::pc_default_ability, &application::secret,
    &application::event, &application::callback, &application::encryption, &application::security,
    &application::allow_refresh_token, &application::callback_info>
feishu_members(application**);

/// Users, departments and user groups.
struct visible_list {
    /// User ids of the type given by user_id_type.
    std::vector<std::string> open_ids;
    /// Department ids.
    std::vector<std::string> department_ids;
    /// User group ids.
    std::vector<std::string> group_ids;
};

reflect::member_list<"open_ids, department_ids, group_ids", &visible_list::open_ids,
                     &visible_list::department_ids, &visible_list::group_ids>
feishu_members(visible_list**);

/// Availability of an app.
struct application_visibility {
    /// Whether the app is available to all members.
    bool is_all = false;
    /// Where the app is available.
    model::visible_list visible_list;
    /// Where the app is not available.
    model::visible_list invisible_list;
};

reflect::member_list<"is_all, visible_list, invisible_list", &application_visibility::is_all,
                     &application_visibility::visible_list, &application_visibility::invisible_list>
feishu_members(application_visibility**);

/// Version remarks.
struct application_version_remark {
    /// Remarks.
    std::string remark;
    /// Release notes.
    std::string update_remark;
    /// Availability.
    model::application_visibility visibility;
};

reflect::member_list<"remark, update_remark, visibility", &application_version_remark::remark,
                     &application_version_remark::update_remark, &application_version_remark::visibility>
feishu_members(application_version_remark**);

/// Subscribed event.
struct event_info {
    /// Event type.
    std::string event_type;
    /// Event name.
    std::string event_name;
    /// Description.
    std::string event_description;
};

reflect::member_list<"event_type, event_name, event_description", &event_info::event_type,
                     &event_info::event_name, &event_info::event_description>
feishu_members(event_info**);

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

reflect::member_list<
    "app_id, version, version_id, app_name, avatar_url, description, scopes, back_home_url, i18n, "
    "common_categories, events, status, create_time, publish_time, ability, remark, event_infos",
    &application_version::app_id, &application_version::version, &application_version::version_id,
    &application_version::app_name, &application_version::avatar_url, &application_version::description,
    &application_version::scopes, &application_version::back_home_url, &application_version::i18n,
    &application_version::common_categories, &application_version::events, &application_version::status,
    &application_version::create_time, &application_version::publish_time, &application_version::ability,
    &application_version::remark, &application_version::event_infos>
feishu_members(application_version**);

/// Badge numbers on one client type.
struct client_badge {
    /// Badge number of the web app.
    std::optional<field::number<int, 0>> web_app{};
    /// Badge number of the mini program.
    std::optional<field::number<int, 0>> gadget{};
};

reflect::member_list<"web_app, gadget", &client_badge::web_app, &client_badge::gadget>
feishu_members(client_badge**);

/// Contact scope of an app.
struct contacts_range {
    /// Type of the contact scope.
    open<v6::contacts_scope_type> contacts_scope_type;
    /// Contact scope, for type some.
    model::visible_list visible_list;
};

reflect::member_list<"contacts_scope_type, visible_list", &contacts_range::contacts_scope_type,
                     &contacts_range::visible_list>
feishu_members(contacts_range**);

/// Availability lists that contain a department.
struct department_list_status {
    /// Department id of the type given by department_id_type.
    std::string department_id;
    /// Whether the allowlist contains it.
    bool in_white_list = false;
    /// Whether the blocklist contains it.
    bool in_black_list = false;
};

reflect::member_list<"department_id, in_white_list, in_black_list", &department_list_status::department_id,
                     &department_list_status::in_white_list, &department_list_status::in_black_list>
feishu_members(department_list_status**);

/// Availability lists that contain a user group.
struct group_list_status {
    /// User group id.
    std::string group_id;
    /// Whether the allowlist contains it.
    bool in_white_list = false;
    /// Whether the blocklist contains it.
    bool in_black_list = false;
};

reflect::member_list<"group_id, in_white_list, in_black_list", &group_list_status::group_id,
                     &group_list_status::in_white_list, &group_list_status::in_black_list>
feishu_members(group_list_status**);

/// User who clicked a menu item.
struct menu_operator {
    /// Name of the user.
    std::string operator_name;
    /// User who performed the operation.
    feishu::model::user_ids operator_id;
};

reflect::member_list<"operator_name, operator_id", &menu_operator::operator_name, &menu_operator::operator_id>
feishu_members(menu_operator**);

/// Scope and its grant status.
struct scope_grant {
    /// Scope.
    std::string scope_name;
    /// Grant status.
    open<v6::scope_grant_status> grant_status;
};

reflect::member_list<"scope_name, grant_status", &scope_grant::scope_name, &scope_grant::grant_status>
feishu_members(scope_grant**);

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

reflect::member_list<"user_id, in_white_list, in_black_list, in_paid_list", &user_list_status::user_id,
                     &user_list_status::in_white_list, &user_list_status::in_black_list,
                     &user_list_status::in_paid_list>
feishu_members(user_list_status**);

} // namespace model

} // namespace feishu::application::v6
