#pragma once
// The blocking driver: performs the actions of call_machine on the calling thread.

#include <exception>
#include <utility>
#include <variant>

#include <feishu/client.hpp>
#include <feishu/client/impl/blocking_signal.hpp>
#include <feishu/client/impl/call_machine.hpp>
#include <feishu/client/impl/client_core.hpp>
#include <feishu/client/impl/store_operation.hpp>
#include <feishu/client/impl/trace_context.hpp>
#include <feishu/core/impl/guard.hpp>

namespace feishu::detail {

inline result<void> exchange(http::transport& transport, actions::exchange const& action) {
    result<void> outcome;
    if (auto const thrown =
            guard([&] { outcome = transport.exchange(*action.request, *action.sink, action.options); }))
        return transport_threw(*thrown);
    return outcome;
}

FEISHU_DECL result<prepared_call> prepare_call(call_table const& table, validated_request checked,
                                               void* response, credentials const& credentials,
                                               call_options const& options) {
    auto const& spec = *table.request->spec;
    if (!checked.problems.empty())
        return validation_error(spec.id, std::move(checked.problems));
    prepared_call call;
    call.spec = &spec;
    call.request = http::detail::build(*table.request, checked.request);
    call.target = response;
    call.type = table.response;
    call.missing = table.missing;
    call.reset = table.reset;
    call.receiver = checked.receiver;
    call.credentials = credentials;
    if (spec.tokens == token::none)
        call.credentials.kind = token::none;
    call.timeout = options.timeout;
    call.retry = options.retry;
    call.on_progress = options.on_progress;
    if (auto traced = add_trace_context(call.request.headers, spec, options.traceparent, options.tracestate);
        !traced)
        return std::move(traced).error();
    call.idempotent = checked.idempotent;
    call.safe_to_retry = checked.idempotent || table.has_uuid;
    return call;
}

FEISHU_DECL result<void> run(client_core& core, prepared_call call) {
    auto const transport = core.transport_for(call);
    if (!transport)
        return unsent(core, *call.spec, call.traceparent(), transport.error());
    blocking_signal signal; // outlives the machine, which notifies it
    call_machine machine(core.config(), core.tokens(), core.limits(), call, core.deadline(call),
                         [&signal] { signal.notify(); });
    for (;;) {
        auto const action = machine.next(core.now());
        if (auto const* wait = std::get_if<actions::wait>(&action)) {
            signal.wait(wait->timeout);
        } else if (auto const* send = std::get_if<actions::exchange>(&action)) {
            auto outcome = exchange(**transport, *send);
            machine.on_exchange(std::move(outcome), core.now());
        } else if (auto const* use = std::get_if<actions::use_store>(&action)) {
            use->operation->run();
        } else {
            return machine.outcome();
        }
    }
}

} // namespace feishu::detail
