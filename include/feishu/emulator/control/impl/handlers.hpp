#pragma once
// The handlers of the control interface, one overload for each endpoint. Errors are those of the function that does it;
// 230001 for what does not exist.

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
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
#include <feishu/emulator/control/impl/people.ipp>
#include <feishu/emulator/control/impl/platform.ipp>
#include <feishu/emulator/control/impl/tenant.ipp>
#include <feishu/emulator/control/impl/view.ipp>
#endif
