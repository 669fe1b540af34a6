#pragma once
// The handlers of the control interface, one overload for each endpoint. Errors are those of the function that does it;
// 230001 for what does not exist.

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/control/apps.hpp>
#include <feishu/emulator/control/directory.hpp>
#include <feishu/emulator/control/groups.hpp>
#include <feishu/emulator/control/messages.hpp>
#include <feishu/emulator/control/people.hpp>
#include <feishu/emulator/control/platform.hpp>
#include <feishu/emulator/control/tenant.hpp>
#include <feishu/emulator/control/view.hpp>
#include <feishu/emulator/resource.hpp>

namespace feishu::emulator {

class server;

namespace control {

FEISHU_DECL result<export_scenario::response> handle(server& platform, export_scenario const& request);
FEISHU_DECL result<import_scenario::response> handle(server& platform, import_scenario const& request);
FEISHU_DECL result<create_app::response> handle(server& platform, create_app const& request);
FEISHU_DECL result<list_apps::response> handle(server& platform, list_apps const& request);
FEISHU_DECL result<create_user::response> handle(server& platform, create_user const& request);
FEISHU_DECL result<list_users::response> handle(server& platform, list_users const& request);
FEISHU_DECL result<create_chat::response> handle(server& platform, create_chat const& request);
FEISHU_DECL result<list_chats::response> handle(server& platform, list_chats const& request);
FEISHU_DECL result<change_chat::response> handle(server& platform, change_chat const& request);
FEISHU_DECL result<list_messages::response> handle(server& platform, list_messages const& request);

FEISHU_DECL result<say::response> handle(server& platform, say const& request);
FEISHU_DECL result<send_file::response> handle(server& platform, send_file const& request);
FEISHU_DECL result<read::response> handle(server& platform, read const& request);
FEISHU_DECL result<recall::response> handle(server& platform, recall const& request);
FEISHU_DECL result<react::response> handle(server& platform, react const& request);
FEISHU_DECL result<enter::response> handle(server& platform, enter const& request);
FEISHU_DECL result<tap_menu::response> handle(server& platform, tap_menu const& request);
FEISHU_DECL result<click::response> handle(server& platform, click const& request);

FEISHU_DECL result<send::response> handle(server& platform, send const& request);
FEISHU_DECL result<edit::response> handle(server& platform, edit const& request);
FEISHU_DECL result<forward::response> handle(server& platform, forward const& request);
FEISHU_DECL result<merge_forward::response> handle(server& platform, merge_forward const& request);
FEISHU_DECL result<tap_follow_up::response> handle(server& platform, tap_follow_up const& request);
FEISHU_DECL result<pin::response> handle(server& platform, pin const& request);
FEISHU_DECL result<remove_message::response> handle(server& platform, remove_message const& request);
FEISHU_DECL result<show_card::response> handle(server& platform, show_card const& request);
FEISHU_DECL result<write_announcement::response> handle(server& platform, write_announcement const& request);
FEISHU_DECL result<tap_feed_card::response> handle(server& platform, tap_feed_card const& request);
FEISHU_DECL result<tap_chat_button::response> handle(server& platform, tap_chat_button const& request);
FEISHU_DECL result<tap_chat_menu::response> handle(server& platform, tap_chat_menu const& request);
FEISHU_DECL result<preview::response> handle(server& platform, preview const& request);

FEISHU_DECL result<change_settings::response> handle(server& platform, change_settings const& request);
FEISHU_DECL result<moderate::response> handle(server& platform, moderate const& request);
FEISHU_DECL result<transfer_owner::response> handle(server& platform, transfer_owner const& request);
FEISHU_DECL result<change_managers::response> handle(server& platform, change_managers const& request);
FEISHU_DECL result<withdraw_member::response> handle(server& platform, withdraw_member const& request);
FEISHU_DECL result<decide_membership::response> handle(server& platform, decide_membership const& request);
FEISHU_DECL result<join::response> handle(server& platform, join const& request);
FEISHU_DECL result<add_custom_bot::response> handle(server& platform, add_custom_bot const& request);
FEISHU_DECL result<publish_template::response> handle(server& platform, publish_template const& request);

FEISHU_DECL result<hire::response> handle(server& platform, hire const& request);
FEISHU_DECL result<change_user::response> handle(server& platform, change_user const& request);
FEISHU_DECL result<resign::response> handle(server& platform, resign const& request);
FEISHU_DECL result<create_department::response> handle(server& platform, create_department const& request);
FEISHU_DECL result<list_departments::response> handle(server& platform, list_departments const& request);
FEISHU_DECL result<change_department::response> handle(server& platform, change_department const& request);
FEISHU_DECL result<delete_department::response> handle(server& platform, delete_department const& request);
FEISHU_DECL result<log_in::response> handle(server& platform, log_in const& request);
FEISHU_DECL result<decide_device::response> handle(server& platform, decide_device const& request);
FEISHU_DECL result<revoke_refresh_token::response> handle(server& platform,
                                                          revoke_refresh_token const& request);

FEISHU_DECL result<develop_app::response> handle(server& platform, develop_app const& request);
FEISHU_DECL result<submit_version::response> handle(server& platform, submit_version const& request);
FEISHU_DECL result<withdraw_version::response> handle(server& platform, withdraw_version const& request);
FEISHU_DECL result<review_version::response> handle(server& platform, review_version const& request);
FEISHU_DECL result<decide_scopes::response> handle(server& platform, decide_scopes const& request);
FEISHU_DECL result<set_contact_scope::response> handle(server& platform, set_contact_scope const& request);
FEISHU_DECL result<submit_feedback::response> handle(server& platform, submit_feedback const& request);
FEISHU_DECL result<change_feedback::response> handle(server& platform, change_feedback const& request);
FEISHU_DECL result<install_app::response> handle(server& platform, install_app const& request);
FEISHU_DECL result<enable_app::response> handle(server& platform, enable_app const& request);
FEISHU_DECL result<uninstall_app::response> handle(server& platform, uninstall_app const& request);
FEISHU_DECL result<pay::response> handle(server& platform, pay const& request);
FEISHU_DECL result<push_app_ticket::response> handle(server& platform, push_app_ticket const& request);

FEISHU_DECL result<describe::response> handle(server& platform, describe const& request);
FEISHU_DECL result<advance::response> handle(server& platform, advance const& request);
FEISHU_DECL result<list_requests::response> handle(server& platform, list_requests const& request);
FEISHU_DECL result<clear_requests::response> handle(server& platform, clear_requests const& request);
FEISHU_DECL result<subscribe::response> handle(server& platform, subscribe const& request);
FEISHU_DECL result<unsubscribe::response> handle(server& platform, unsubscribe const& request);
FEISHU_DECL result<list_deliveries::response> handle(server& platform, list_deliveries const& request);
FEISHU_DECL result<clear_deliveries::response> handle(server& platform, clear_deliveries const& request);
FEISHU_DECL result<add_fault::response> handle(server& platform, add_fault const& request);
FEISHU_DECL result<clear_faults::response> handle(server& platform, clear_faults const& request);
FEISHU_DECL result<drop_connections::response> handle(server& platform, drop_connections const& request);

FEISHU_DECL result<look::response> handle(server& platform, look const& request);
FEISHU_DECL result<list_children::response> handle(server& platform, list_children const& request);
FEISHU_DECL result<resource> handle(server& platform, download const& request);

} // namespace control
} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/control/impl/apps.ipp>
#include <feishu/emulator/control/impl/directory.ipp>
#include <feishu/emulator/control/impl/groups.ipp>
#include <feishu/emulator/control/impl/messages.ipp>
#include <feishu/emulator/control/impl/people.ipp>
#include <feishu/emulator/control/impl/platform.ipp>
#include <feishu/emulator/control/impl/tenant.ipp>
#include <feishu/emulator/control/impl/view.ipp>
#endif
