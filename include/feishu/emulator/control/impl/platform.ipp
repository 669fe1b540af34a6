#pragma once

#include <chrono>
#include <stdexcept>
#include <utility>

#include <feishu/emulator/control/impl/entries.hpp>
#include <feishu/emulator/control/impl/handlers.hpp>
#include <feishu/emulator/faults.hpp>
#include <feishu/emulator/refusal.hpp>
#include <feishu/emulator/server.hpp>

namespace feishu::emulator::control {
namespace detail {

inline fault_options options_of(add_fault const& request) {
    fault_options out;
    out.probability = request.probability.value_or(out.probability);
    if (request.count)
        out.count = static_cast<std::size_t>(static_cast<std::int64_t>(*request.count));
    if (request.skip)
        out.skip = static_cast<std::size_t>(static_cast<std::int64_t>(*request.skip));
    out.executed = request.executed;
    if (request.delay)
        out.delay = std::chrono::milliseconds(static_cast<int>(*request.delay));
    if (request.bytes)
        out.bytes = static_cast<std::size_t>(static_cast<std::int64_t>(*request.bytes));
    out.status = request.status.value_or(0);
    out.code = request.code.value_or(0);
    if (request.retry_after)
        out.retry_after = std::chrono::seconds(static_cast<int>(*request.retry_after));
    return out;
}

} // namespace detail

FEISHU_DECL result<advance::response> handle(server& platform, advance const& request) {
    platform.advance(std::chrono::milliseconds(static_cast<std::int64_t>(request.milliseconds)));
    return advance::response{.now = platform.state()->now().time_since_epoch().count()};
}

FEISHU_DECL result<list_requests::response> handle(server& platform, list_requests const&) {
    list_requests::response out;
    for (auto& one : platform.requests())
            out.items.push_back({.method = std::move(one.method),
                                 .target = std::move(one.target),
                                 .endpoint = std::move(one.endpoint),
                                 .body = std::move(one.body),
                                 .status = one.status,
                                 .code = one.code,
                                 .log_id = std::move(one.log_id),
                                 .fault = std::move(one.fault)});
    return out;
}

FEISHU_DECL result<clear_requests::response> handle(server& platform, clear_requests const&) {
    platform.clear_requests();
    return clear_requests::response{};
}

FEISHU_DECL result<subscribe::response> handle(server& platform, subscribe const& request) {
    auto const done = platform.push_to({.app = *request.app_id,
                                        .url = *request.url,
                                        .encrypt_key = request.encrypt_key,
                                        .verification_token = request.verification_token,
                                        .events = request.events,
                                        .ca_pem = {},
                                        .legacy_cards = request.legacy_cards});
    if (!done)
        return refuse(230001, done.error().message);
    return subscribe::response{};
}

FEISHU_DECL result<unsubscribe::response> handle(server& platform, unsubscribe const& request) {
    platform.stop_pushing_to(*request.app_id);
    return unsubscribe::response{};
}

FEISHU_DECL result<list_deliveries::response> handle(server& platform, list_deliveries const& request) {
    list_deliveries::response out;
    out.idle = platform.wait_idle(std::chrono::milliseconds(static_cast<int>(request.wait)));
    for (auto& one : platform.deliveries())
        out.items.push_back({.app = one.app,
                             .type = std::move(one.type),
                             .id = std::move(one.id),
                             .attempt = one.attempt,
                             .channel = std::string(detail::name_of(one.channel)),
                             .status = one.status,
                             .response = std::move(one.response),
                             .last = one.last,
                             .time = one.time.time_since_epoch().count()});
    return out;
}

FEISHU_DECL result<clear_deliveries::response> handle(server& platform, clear_deliveries const&) {
    platform.clear_deliveries();
    return clear_deliveries::response{};
}

FEISHU_DECL result<add_fault::response> handle(server& platform, add_fault const& request) {
    std::vector<fault> kinds;
    for (auto const& kind : *request.faults)
        kinds.push_back(kind.value_or(fault::latency));
    try {
        platform.faults().add(request.method, request.path, std::move(kinds), detail::options_of(request));
    } catch (std::invalid_argument const& wrong) {
        return refuse(230001, wrong.what());
    }
    return add_fault::response{};
}

FEISHU_DECL result<clear_faults::response> handle(server& platform, clear_faults const&) {
    platform.faults().clear();
    return clear_faults::response{.injected = static_cast<std::int64_t>(platform.faults().injected())};
}

FEISHU_DECL result<drop_connections::response> handle(server& platform, drop_connections const& request) {
    return drop_connections::response{
        .dropped = static_cast<std::int64_t>(platform.drop_connections(*request.app_id))};
}

} // namespace feishu::emulator::control
