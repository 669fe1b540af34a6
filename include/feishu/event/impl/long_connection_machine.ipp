#pragma once

#include <algorithm>
#include <charconv>
#include <utility>

#include <feishu/core/impl/base64.hpp>
#include <feishu/event/impl/long_connection_machine.hpp>
#include <feishu/json/read.hpp>
#include <feishu/json/write.hpp>

namespace feishu::detail {
namespace long_connection_code {
inline constexpr int busy = 1;
inline constexpr int forbidden = 403;
inline constexpr int auth_failed = 514;
inline constexpr int internal = 1000040343;
inline constexpr int too_many_connections = 1000040350;
} // namespace long_connection_code

inline error long_connection_error(error_kind kind, std::string message, int code = 0, int http_status = 0) {
    return error{.kind = kind,
                 .code = code,
                 .message = std::move(message),
                 .http_status = http_status,
                 .endpoint = "long_connection"};
}

/// What the platform's no means, when it came as a code.
inline error discovery_refused(discovery_answer const& answer, int code, std::string const& msg) {
    using namespace long_connection_code;
    auto const secret = code == auth_failed || code == forbidden;
    return long_connection_error(secret ? error_kind::auth : error_kind::api,
                                 "the platform gives no address for a long connection: " + msg, code,
                                 answer.status);
}

/// An attempt that failed so may succeed later.
inline bool worth_repeating(error const& e) {
    using namespace long_connection_code;
    if (e.code != 0)
        return e.code == busy || e.code == internal;
    return e.kind == error_kind::decode || e.retryable();
}

/// The address that an answer gives, or why there is none.
inline result<long_connection_wire::address> read_address(discovery_answer const& answer) {
    auto read = json::read<long_connection_wire::answer>(answer.body);
    if (read && read->code.value_or(0) != 0)
        return discovery_refused(answer, *read->code, read->msg);
    if (answer.status != 200)
        return long_connection_error(error_kind::http,
                                     "no address for a long connection: HTTP status " +
                                         std::to_string(answer.status),
                                     0, answer.status);
    if (!read || !read->code || read->data.URL.empty())
        return long_connection_error(error_kind::decode, "the answer holds no address for a long connection",
                                     0, answer.status);
    return std::move(read->data);
}

inline int number_or_zero(std::string_view text) {
    int value = 0;
    auto const [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    return failed == std::errc() && end == text.data() + text.size() ? value : 0;
}

/// A parameter of a URL's query, not decoded.
inline std::string_view query_parameter(std::string_view url, std::string_view name) {
    url = url.substr(0, url.find('#'));
    auto query = url.substr(std::min(url.find('?'), url.size()));
    while (!query.empty()) {
        query.remove_prefix(1);
        auto const part = query.substr(0, query.find('&'));
        if (part.starts_with(name) && part.substr(name.size()).starts_with('='))
            return part.substr(name.size() + 1);
        query.remove_prefix(part.size());
    }
    return {};
}

FEISHU_DECL long_connection_machine::long_connection_machine(long_connection_params const& params,
                                                             std::uint64_t seed)
    : params_(params), random_(seed), fragments_(params.fragments) {}

// --- starting and stopping

FEISHU_DECL void long_connection_machine::start(time_point now) {
    if (phase_ != phase::idle)
        return;
    set_state({.status = long_connection_status::connecting});
    attempt(now);
}

FEISHU_DECL void long_connection_machine::stop(time_point now) {
    switch (phase_) {
    case phase::open:
        phase_ = phase::draining;
        deadline_ = now + params_.drain_time;
        close_when_answered();
        break;
    case phase::discovering:
    case phase::connecting: act(to_do::drop{}); [[fallthrough]];
    case phase::idle:
    case phase::pausing: finish({}); break;
    case phase::draining:
    case phase::closing:
    case phase::done: break;
    }
}

FEISHU_DECL void long_connection_machine::close_when_answered() {
    if (phase_ != phase::draining || !unanswered_.empty())
        return;
    phase_ = phase::closing;
    act(to_do::close{});
}

FEISHU_DECL void long_connection_machine::finish(long_connection_state state) {
    end_attempt();
    phase_ = phase::done;
    set_state(std::move(state));
}

FEISHU_DECL void long_connection_machine::set_state(long_connection_state state) {
    state_ = std::move(state);
    act(to_do::tell{state_});
}

// --- connecting

FEISHU_DECL void long_connection_machine::attempt(time_point now) {
    phase_ = phase::discovering;
    deadline_ = now + params_.connect_timeout;
    act(to_do::discover{});
}

FEISHU_DECL void long_connection_machine::on_discovered(time_point now, result<discovery_answer> answer) {
    if (phase_ != phase::discovering)
        return;
    if (!answer)
        return lost(now, std::move(answer).error());
    auto address = read_address(*answer);
    if (!address)
        return lost(now, std::move(address).error());
    apply(address->ClientConfig);
    connect_to(std::move(address->URL));
}

FEISHU_DECL void long_connection_machine::connect_to(std::string url) {
    phase_ = phase::connecting;
    service_ = number_or_zero(query_parameter(url, "service_id"));
    act(to_do::connect{std::move(url)});
}

FEISHU_DECL void long_connection_machine::on_connected(time_point now) {
    if (phase_ != phase::connecting)
        return;
    phase_ = phase::open;
    heard_ = now;
    set_state({.status = long_connection_status::connected});
    ping(now);
}

FEISHU_DECL void long_connection_machine::on_refused(time_point now, handshake_refusal const& refusal) {
    using namespace long_connection_code;
    if (phase_ != phase::connecting)
        return;
    auto const status = number_or_zero(refusal.status);
    auto const text = "the platform refuses the long connection: " + refusal.message;
    if (status == auth_failed && number_or_zero(refusal.auth_code) == too_many_connections)
        return lost(now,
                    long_connection_error(error_kind::api, text, too_many_connections, refusal.http_status));
    if (status == forbidden)
        return lost(now, long_connection_error(error_kind::auth, text, forbidden, refusal.http_status));
    auto const shown = status != 0 ? status : refusal.http_status;
    lost(now, long_connection_error(error_kind::transport, text + " (status " + std::to_string(shown) + ")",
                                    0, refusal.http_status));
}

FEISHU_DECL void long_connection_machine::on_lost(time_point now, error why) {
    if (phase_ == phase::closing)
        return finish({});
    if (phase_ == phase::connecting || phase_ == phase::open || phase_ == phase::draining)
        lost(now, std::move(why));
}

/// What is true of a connection alone ends with it.
FEISHU_DECL void long_connection_machine::end_attempt() {
    unsent_ = 0;
    fragments_.clear();
    unanswered_.clear();
}

/// After the end of an attempt: again, or never again.
FEISHU_DECL void long_connection_machine::lost(time_point now, error why) {
    end_attempt();
    if (phase_ == phase::draining || phase_ == phase::closing)
        return finish({});
    auto const limit = settings_.reconnect_count;
    if (!worth_repeating(why) || (limit >= 0 && attempts_ >= limit))
        return finish({.status = long_connection_status::failed, .why = std::move(why)});
    clock::time_point::duration pause = settings_.reconnect_interval;
    if (attempts_ == 0) { // spread: all clients lose a server at the same time
        auto const share = static_cast<double>(random_() >> 11) * 0x1p-53;
        pause = std::chrono::duration_cast<clock::time_point::duration>(share * settings_.reconnect_nonce);
    }
    ++attempts_;
    phase_ = phase::pausing;
    deadline_ = now + std::max<clock::time_point::duration>(pause, params_.min_reconnect_delay);
    set_state({.status = long_connection_status::reconnecting, .why = std::move(why)});
}

FEISHU_DECL void long_connection_machine::drop(time_point now, error why) {
    act(to_do::drop{});
    lost(now, std::move(why));
}

FEISHU_DECL void long_connection_machine::apply(long_connection_wire::client_settings const& wanted) {
    using std::chrono::seconds;
    auto const take = [](std::optional<std::int64_t> value, std::int64_t least, seconds& out) {
        if (value && *value >= least)
            out = seconds(std::min<std::int64_t>(*value, 24 * 3600));
    };
    settings_.reconnect_count = wanted.ReconnectCount.value_or(settings_.reconnect_count);
    take(wanted.ReconnectInterval, 0, settings_.reconnect_interval);
    take(wanted.ReconnectNonce, 0, settings_.reconnect_nonce);
    take(wanted.PingInterval, 1, settings_.ping_interval);
}

// --- frames

FEISHU_DECL void long_connection_machine::on_message(time_point now, bool binary, std::string_view bytes) {
    if (phase_ != phase::open && phase_ != phase::draining)
        return;
    heard_ = now;
    if (!binary)
        return log("long connection: skipped a text message");
    auto f = frames::decode(bytes);
    if (!f)
        return log("long connection: skipped a message: " + f.error().message);
    attempts_ = 0;
    auto const type = f->header("type");
    if (f->is(frames::method::control) && type == "pong")
        on_pong(*f);
    else if (f->is(frames::method::data) && (type == "event" || type == "card"))
        on_event(now, std::move(*f));
    else if (!f->is(frames::method::control))
        log("long connection: skipped a frame of a type that is not known");
}

FEISHU_DECL void long_connection_machine::on_pong(frames::frame const& pong) {
    if (pong.payload.empty())
        return;
    if (auto const wanted = json::read<long_connection_wire::client_settings>(pong.payload))
        apply(*wanted);
    else
        log("long connection: skipped the settings in a pong: " + wanted.error().message);
}

FEISHU_DECL void long_connection_machine::on_event(time_point now, frames::frame event) {
    auto payload = std::exchange(event.payload, {});
    unanswered waiting{.head = event, .since = now};
    event.payload = std::move(payload);
    auto whole = fragments_.add(std::move(event), now);
    if (!whole)
        return log("long connection: " + whole.error().message);
    if (!*whole)
        return;
    if (phase_ != phase::open || unanswered_.size() >= params_.max_pending_events)
        return reply(now, std::move(waiting), false, {});
    unanswered_.emplace(++last_ticket_, std::move(waiting));
    act(to_do::deliver{last_ticket_, std::move(**whole)});
}

FEISHU_DECL void long_connection_machine::on_answer(time_point now, std::uint64_t ticket, bool handled,
                                                    std::string_view body) {
    auto found = unanswered_.extract(ticket);
    if (found.empty())
        return;
    reply(now, std::move(found.mapped()), handled, body);
    close_when_answered();
}

FEISHU_DECL void long_connection_machine::reply(time_point now, unanswered event, bool handled,
                                                std::string_view body) {
    using std::chrono::milliseconds;
    long_connection_wire::reply answer{.code = handled ? 200 : 500};
    if (handled && !body.empty() && body != "{}")
        answer.data = to_base64(body);
    event.head.set_header(
        "biz_rt", std::to_string(std::chrono::duration_cast<milliseconds>(now - event.since).count()));
    event.head.payload = json::to_string(answer);
    send(now, event.head);
}

FEISHU_DECL void long_connection_machine::ping(time_point now) {
    pinged_ = now;
    send(now, {.service = service_, .headers = {{"type", "ping"}}});
}

FEISHU_DECL void long_connection_machine::send(time_point now, frames::frame const& f) {
    if (unsent_ >= params_.max_queued_frames)
        return drop(now, long_connection_error(error_kind::transport, "the platform reads no answers"));
    ++unsent_;
    act(to_do::send{frames::encode(f)});
}

FEISHU_DECL void long_connection_machine::on_sent() {
    if (unsent_ > 0)
        --unsent_;
}

// --- time

FEISHU_DECL clock::time_point long_connection_machine::wake() const {
    switch (phase_) {
    case phase::discovering:
    case phase::connecting:
    case phase::pausing:
    case phase::closing: return deadline_;
    case phase::open: return std::min(pinged_ + settings_.ping_interval, dead_at());
    case phase::draining: return std::min(deadline_, dead_at());
    case phase::idle:
    case phase::done: break;
    }
    return time_point::max();
}

FEISHU_DECL void long_connection_machine::on_time(time_point now) {
    if (now < wake())
        return;
    fragments_.forget(now);
    switch (phase_) {
    case phase::discovering:
    case phase::connecting:
        return drop(now, long_connection_error(error_kind::timeout, "no long connection in time"));
    case phase::pausing: return attempt(now);
    case phase::draining:
    case phase::closing: return drop(now, {});
    case phase::open: break;
    case phase::idle:
    case phase::done: return;
    }
    if (now < dead_at())
        return ping(now);
    auto const silence = std::to_string(2 * settings_.ping_interval.count());
    drop(now,
         long_connection_error(error_kind::timeout, "nothing came from the platform for " + silence + " s"));
}

} // namespace feishu::detail
