#pragma once
// The control interface: an emulator that bots in any language are tested with, over HTTP under /_emulator/.
//
//     feishu::emulator::server platform{{.port = 9000}};
//     feishu::emulator::serve_control(platform);
//     // curl -d '{"chat_id":"oc_…","text":"hello"}' http://127.0.0.1:9000/_emulator/users/ou_…/messages
//
// GET /_emulator/openapi.json describes it. Its endpoints are structs like those of the platform: a client of this library
// calls them too, `client.call(feishu::emulator::control::say{…})`.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <feishu/core/catalog.hpp>
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
#include <feishu/emulator/scenario.hpp>

namespace feishu::emulator {

class server;

namespace control {

/// Everything that the control interface serves.
using all =
    catalog<describe, export_scenario, import_scenario, create_app, list_apps, create_user, list_users,
            create_chat, list_chats, change_chat, list_messages, say, send_file, read, recall, react, enter,
            tap_menu, click, send, edit, forward, merge_forward, tap_follow_up, pin, remove_message,
            show_card, write_announcement, tap_feed_card, tap_chat_button, tap_chat_menu, preview,
            change_settings, moderate, transfer_owner, change_managers, withdraw_member, decide_membership,
            join, add_custom_bot, publish_template, hire, change_user, resign, create_department,
            list_departments, change_department, delete_department, log_in, decide_device,
            revoke_refresh_token, develop_app, submit_version, withdraw_version, review_version,
            decide_scopes, set_contact_scope, submit_feedback, change_feedback, install_app, enable_app,
            uninstall_app, pay, push_app_ticket, advance, list_requests, clear_requests, subscribe,
            unsubscribe, list_deliveries, clear_deliveries, add_fault, clear_faults, drop_connections,
            look, list_children, download>;

} // namespace control

/// Serves the control interface. Requests with the Host or Origin of another site are refused with 403; on an address
/// that is not a loopback address, those without `server::control_token()` with 401.
/// Lifetimes: until the end of the server.
FEISHU_DECL void serve_control(server& platform);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/control/impl/control.ipp>
#include <feishu/emulator/control/impl/scenario.ipp>
#endif
