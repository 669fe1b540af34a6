#pragma once
// call_action: the next action that a state machine of a call requests. The client's drivers, or a test,
// perform it and report the outcome.

#include <chrono>
#include <variant>

#include <feishu/http/message.hpp>
#include <feishu/http/transport.hpp>

namespace feishu::detail {

class store_operation;

namespace actions {
/// Wait until the machine's `notify` is called, at most for `timeout`; then call `next` again.
struct wait {
    std::chrono::milliseconds timeout;
};
/// Send a request, of the call or for a token that it needs; then call `on_exchange`. Both pointers are valid
/// until then.
struct exchange {
    http::request const* request;
    http::response_sink* sink;
    http::exchange_options options;
};
/// Call `run` of the operation, which blocks; then `next` again. The machine owns it, and may be destroyed before.
struct use_store {
    store_operation* operation;
};
/// Nothing: the outcome is final.
struct done {};
} // namespace actions

using call_action = std::variant<actions::wait, actions::exchange, actions::use_store, actions::done>;

} // namespace feishu::detail
