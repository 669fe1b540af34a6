#pragma once
// call_action: what the machines of a call want done next. The client's drivers do it and report back; so does a test.

#include <chrono>
#include <variant>

#include <feishu/http/message.hpp>
#include <feishu/http/transport.hpp>

namespace feishu::detail {

namespace actions {
/// Wait until the machine's `notify` is called, for `timeout` at most; then ask the machine again.
struct wait_for_token {
    std::chrono::milliseconds timeout;
};
/// Send the request, of the call or of a token that it needs; then `on_exchange`. Both pointers are valid until then.
struct exchange {
    http::request const* request;
    http::response_sink* sink;
    http::exchange_options options;
};
/// The outcome is final.
struct done {};
} // namespace actions

using call_action = std::variant<actions::wait_for_token, actions::exchange, actions::done>;

} // namespace feishu::detail
