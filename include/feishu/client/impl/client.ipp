#pragma once
// The blocking driver: does on the calling thread what call_machine says.

#include <condition_variable>
#include <mutex>

#include <feishu/client.hpp>
#include <feishu/client/impl/call_machine.hpp>
#include <feishu/client/impl/client_core.hpp>
#include <feishu/client/impl/token_fetch.hpp>

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

FEISHU_DECL result<void> drive(client_core& core, prepared_call& plan, clock::time_point deadline);

inline result<std::string> get_token(client_core& core, token_source& source, clock::time_point deadline);

inline result<auth::access_token> fetch_token(client_core& core, token_source& source,
                                              clock::time_point deadline) {
    token_fetch fetch(core.config(), source, core.now());
    for (;;) {
        switch (fetch.next()) {
        case token_fetch::step::app_token: fetch.on_app_token(get_token(core, *source.app, deadline)); break;
        case token_fetch::step::call: fetch.on_call(drive(core, fetch.plan(), deadline), core.now()); break;
        case token_fetch::step::done: return fetch.outcome();
        }
    }
}

inline error token_timeout() {
    error e;
    e.kind = error_kind::timeout;
    e.message = "timed out waiting for an access token";
    e.may_have_executed = false;
    return e;
}

// The fetch ended for a reason of the fetching caller's own, a cancellation or a short deadline: who waits asks again.
inline bool fetch_abandoned(result<std::string> const& told) {
    return !told && (told.error().kind == error_kind::canceled || told.error().kind == error_kind::timeout);
}

inline result<std::string> get_token(client_core& core, token_source& source, clock::time_point deadline) {
    for (;;) {
        auto const latch = std::make_shared<token_latch>();
        auto const decision = source.cache.acquire(core.now(), [latch](auto const& t) { latch->set(t); });
        if (decision.what == auth::token_cache::action::use)
            return decision.token;
        if (decision.what == auth::token_cache::action::fetch) {
            auto token = fetch_token(core, source, deadline);
            source.cache.fetched(token, core.now());
            if (token)
                return token->value;
            if (!decision.token.empty()) // the old one is still good
                return decision.token;
            return std::move(token).error();
        }
        auto const told = latch->wait(core.rest(deadline));
        if (!told)
            return token_timeout();
        if (!fetch_abandoned(*told))
            return *told;
    }
}

// The token for a call; `refused` is the one that the platform did not take, empty mostly.
inline result<std::string> get_token(client_core& core, prepared_call const& plan, std::string const& refused,
                                     clock::time_point deadline) {
    auto const source = core.token_for(plan);
    if (!source)
        return source.error();
    if (!refused.empty())
        (*source)->cache.refuse(refused);
    return get_token(core, **source, deadline);
}

FEISHU_DECL result<void> drive(client_core& core, prepared_call& plan, clock::time_point deadline) {
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
            machine.on_token(get_token(core, plan, machine.take_refused_token(), deadline));
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

FEISHU_DECL result<void> run(client_core& core, prepared_call plan) { return drive(core, plan, core.deadline(plan)); }

} // namespace feishu::detail
