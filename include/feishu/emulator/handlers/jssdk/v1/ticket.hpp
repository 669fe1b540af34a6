#pragma once
// Handlers of jssdk.v1.ticket: the same ticket while it has 30 minutes left, then a new one.

#include <feishu/api/jssdk/v1/ticket.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Issues the ticket of an app.
FEISHU_DECL result<jssdk::v1::ticket::get::response> handle(state& tenant, caller const& who,
                                                            jssdk::v1::ticket::get const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/jssdk/v1/impl/ticket.ipp>
#endif
