#pragma once
// verify_batches: whether receivers of batch messages whose responses are not known have been sent them.

#include <chrono>
#include <functional>

#include <feishu/client/impl/send_all_machine.hpp>
#include <feishu/client/send_all_options.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::detail {

/// What a verification searches.
struct verify_context {
    feishu::client const& client;
    feishu::app_id app{};
    receivers const& to;
    send_all_plan const& plan;
    send_all_content const& content;
    std::function<bool(std::chrono::milliseconds)> wait{}; ///< waits; false to give up
};

/// Looks for the message in the receivers' one-to-one chats with the bot. The platform processes an app's batch messages in
/// order: if the control is delivered, and found in a chat in the same way, what is not found was not accepted.
/// Errors: kind canceled, and those of calls that may succeed later; without permission, all is unknown.
FEISHU_DECL result<verification> verify_batches(verify_context const& where,
                                                send_all_actions::verify const& what);

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/client/impl/send_all_verify.ipp>
#endif
