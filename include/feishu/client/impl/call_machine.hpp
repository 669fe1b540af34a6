#pragma once
// call_machine: the course of one call, without I/O. The client's blocking and asynchronous drivers do what `next`
// says and report back; a test does the same with bytes.

#include <chrono>
#include <optional>
#include <string>
#include <utility>

#include <feishu/client/impl/prepared_call.hpp>
#include <feishu/http/impl/response_decoder.hpp>

namespace feishu::detail {

/// Decides what a call does next.
class call_machine {
public:
    enum class step {
        token,    ///< get a tenant token, then call `on_token`
        exchange, ///< send `request()` to `sink()` within `timeout()`, then call `on_exchange`
        done      ///< `result()` is final
    };

    /// `plan` outlives the machine. `deadline` covers everything.
    FEISHU_DECL call_machine(prepared_call& plan, clock::time_point deadline);

    FEISHU_DECL step next(clock::time_point now);

    FEISHU_DECL void on_token(result<std::string> token);
    FEISHU_DECL void on_exchange(result<void> exchanged);

    http::request const& request() const { return plan_.request; }
    http::response_sink& sink() { return *answer_; }
    std::chrono::milliseconds timeout() const { return timeout_; }
    /// A token that the platform refused, to be forgotten before the next one is asked for; empty mostly.
    std::string take_refused_token() { return std::exchange(refused_, {}); }
    result<void> const& outcome() const { return outcome_; }

private:
    FEISHU_DECL void authorize(std::string token);
    FEISHU_DECL void fail(error_kind kind, std::string message);

    prepared_call& plan_;
    clock::time_point deadline_;
    step step_;
    std::chrono::milliseconds timeout_{0};
    std::optional<http::response_decoder> answer_;
    std::string token_;
    std::string refused_;
    bool token_was_refused_ = false;
    result<void> outcome_{};
};

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/client/impl/call_machine.ipp>
#endif
