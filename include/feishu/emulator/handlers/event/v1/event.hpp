#pragma once
// Handlers of event.v1: how the platform delivers events.

#include <feishu/api/event/v1/connection.hpp>
#include <feishu/api/event/v1/outbound_ip.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Gets the number of open long connections of the calling app: 0 without a server.
FEISHU_DECL result<event_::v1::connection::get::response> handle(state& tenant, caller const& who,
                                                                 event_::v1::connection::get const& request);

/// Lists `tenant_info::outbound_ips`. Errors: 1810001 page_size, or page_token of another query.
FEISHU_DECL result<event_::v1::outbound_ip::list::response>
handle(state& tenant, caller const& who, event_::v1::outbound_ip::list const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/event/v1/impl/event.ipp>
#endif
