#pragma once
// The blocking driver: does on the calling thread what call_machine says.

#include <condition_variable>
#include <mutex>

#include <feishu/client.hpp>
#include <feishu/client/call_machine.hpp>
#include <feishu/client/core.hpp>

namespace feishu::detail {

// A caller that waits for somebody else's token fetch.
class token_latch {
public:
    void set(result<std::string> const& token) {
        std::lock_guard lock(mutex_);
        token_ = token;
        changed_.notify_all();
    }
    // Empty when time ran out.
    std::optional<result<std::string>> wait(std::chrono::milliseconds timeout) {
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, timeout, [&] { return token_.has_value(); });
        return token_;
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::optional<result<std::string>> token_;
};

FEISHU_DECL result<void> drive(client_core& core, call_plan& plan, clock::time_point deadline);

inline result<auth::access_token> fetch_token(client_core& core, std::chrono::milliseconds timeout) {
    client_core::token_endpoint::response response;
    auto plan = core.token_plan(response, timeout);
    if (!plan)
        return std::move(plan).error();
    auto const deadline = core.deadline(*plan);
    return core.token_outcome(drive(core, *plan, deadline), response);
}

inline error token_timeout() {
    error e;
    e.kind = error_kind::timeout;
    e.message = "timed out waiting for an access token";
    e.processed = false;
    return e;
}

// The fetch ended for a reason of the fetching caller's own, a cancellation or a short deadline: who waits asks again.
inline bool handed_over(result<std::string> const& told) {
    return !told && (told.error().kind == error_kind::canceled || told.error().kind == error_kind::timeout);
}

inline result<std::string> get_token(client_core& core, std::chrono::milliseconds timeout) {
    auto const deadline = core.now() + timeout;
    for (;;) {
        auto const latch = std::make_shared<token_latch>();
        auto const decision = core.tokens().acquire(core.now(), [latch](auto const& t) { latch->set(t); });
        if (decision.what == auth::token_cache::action::use)
            return decision.token;
        auto const rest = std::chrono::ceil<std::chrono::milliseconds>(deadline - core.now());
        if (decision.what == auth::token_cache::action::fetch) {
            auto token = fetch_token(core, rest);
            core.tokens().fetched(token, core.now());
            if (token)
                return token->value;
            if (!decision.token.empty()) // the old one is still good
                return decision.token;
            return std::move(token).error();
        }
        auto const told = latch->wait(rest);
        if (!told)
            return token_timeout();
        if (!handed_over(*told))
            return *told;
    }
}

FEISHU_DECL result<void> drive(client_core& core, call_plan& plan, clock::time_point deadline) {
    auto const& transport = core.transport();
    if (!transport) {
        auto e = transport.error();
        e.endpoint = plan.spec->id;
        return e;
    }
    call_machine machine(plan, deadline);
    for (;;) {
        switch (machine.next(core.now())) {
        case call_machine::step::token:
            if (auto const refused = machine.take_refused_token(); !refused.empty())
                core.tokens().refuse(refused);
            machine.on_token(get_token(core, machine.timeout()));
            break;
        case call_machine::step::exchange:
            machine.on_exchange((*transport)->exchange(machine.request(), machine.sink(),
                                                       core.exchange_options(machine.timeout())));
            break;
        case call_machine::step::done: return machine.outcome();
        }
    }
}

FEISHU_DECL std::shared_ptr<client_core> make_core(client_config config) {
    return std::make_shared<client_core>(std::move(config));
}

FEISHU_DECL result<void> run(client_core& core, call_plan plan) { return drive(core, plan, core.deadline(plan)); }

} // namespace feishu::detail
