#pragma once

#include <algorithm>
#include <charconv>
#include <system_error>
#include <utility>

#include <feishu/core/errc.hpp>
#include <feishu/core/impl/base64.hpp>
#include <feishu/core/impl/deadline.hpp>
#include <feishu/core/impl/utf8.hpp>
#include <feishu/event/impl/long_connection_machine.hpp>
#include <feishu/json/read.hpp>
#include <feishu/json/write.hpp>

namespace feishu::detail {
/// The endpoint discovery code of an overloaded service. It is not an errc: other endpoints use the number for
/// other errors.
inline constexpr int discovery_busy = 1;

inline error long_connection_error(error_kind kind, std::string message, int code = 0, int http_status = 0) {
    return error{.kind = kind,
                 .code = code,
                 .message = std::move(message),
                 .http_status = http_status,
                 .endpoint = "long_connection"};
}

/// Whether a code rejects app_id, app_secret or the app.
inline bool rejects_credentials(int code) {
    if (code == static_cast<int>(errc::batch_invalid_parameter)) // of token requests: app_id is malformed
        return true;
    auto const* const known = find_errc(code);
    return known != nullptr && code != static_cast<int>(errc::long_connection_ticket_invalid) &&
           (known->kind == errc_kind::auth || known->kind == errc_kind::permission);
}

inline error credentials_error(std::string message, int code, int http_status) {
    return long_connection_error(
        error_kind::auth, std::move(message) + "; check app_id and app_secret, and that the app is enabled",
        code, http_status);
}

/// The error for a code in the response to endpoint discovery.
inline error discovery_error(discovery_http_response const& response, int code, std::string const& msg) {
    auto const text = "endpoint discovery failed: " + msg;
    if (rejects_credentials(code))
        return credentials_error(text, code, response.status);
    return long_connection_error(error_kind::api, text, code, response.status);
}

/// Whether another attempt may succeed after this error.
inline bool worth_repeating(error const& e) {
    if (e.kind == error_kind::auth)
        return false;
    return e.code == discovery_busy || e.kind == error_kind::decode || e.retryable();
}

/// The beginning of an unusable body, for an error message.
inline std::string excerpt(std::string const& body) {
    auto const start = body.substr(0, 200);
    auto const text = start.substr(0, utf8::scan(start).invalid_at);
    return text.empty() ? std::string() : ": " + text;
}

/// All of `text` as an integer; nothing for absent, empty or other text.
template <class Integer>
std::optional<Integer> to_integer(std::optional<std::string_view> text) {
    Integer value = 0;
    if (!text)
        return {};
    auto const [end, failed] = std::from_chars(text->data(), text->data() + text->size(), value);
    if (failed != std::errc() || end != text->data() + text->size())
        return {};
    return value;
}

/// Reads the response to endpoint discovery.
inline result<long_connection_wire::received_endpoint>
read_endpoint(discovery_http_response const& response) {
    auto read = json::read<long_connection_wire::received_discovery>(response.body);
    auto const code = read ? to_integer<int>(read->code) : std::nullopt;
    if (code.value_or(0) != 0)
        return discovery_error(response, *code, read->msg);
    if (response.status != 200)
        return long_connection_error(error_kind::http,
                                     "endpoint discovery failed: HTTP status " +
                                         std::to_string(response.status) + excerpt(response.body),
                                     0, response.status);
    if (!code || read->data.URL.empty())
        return long_connection_error(
            error_kind::decode, "endpoint discovery failed: no URL in the response" + excerpt(response.body),
            0, response.status);
    return std::move(read->data);
}

inline int number_or_zero(std::string_view text) { return to_integer<int>(text).value_or(0); }

/// A parameter of a URL's query, still percent-encoded.
inline std::string_view query_parameter(std::string_view url, std::string_view name) {
    url = url.substr(0, url.find('#'));
    auto query = url.substr((std::min)(url.find('?'), url.size()));
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
        deadline_ = saturating_deadline(now, params_.drain_time);
        close_when_drained();
        break;
    case phase::discovering:
    case phase::connecting: act(actions::abort{}); [[fallthrough]];
    case phase::idle:
    case phase::waiting_to_reconnect: finish({}); break;
    case phase::draining:
    case phase::closing:
    case phase::done: break;
    }
}

FEISHU_DECL void long_connection_machine::close_when_drained() {
    if (phase_ != phase::draining || !pending_.empty())
        return;
    phase_ = phase::closing;
    act(actions::close{});
}

FEISHU_DECL void long_connection_machine::finish(long_connection_state state) {
    end_attempt();
    phase_ = phase::done;
    set_state(std::move(state));
}

inline log_level level_of(long_connection_status status) {
    if (status == long_connection_status::failed)
        return log_level::error;
    return status == long_connection_status::reconnecting ? log_level::warning : log_level::info;
}

/// The log line for a change of status; empty if it is not worth one.
inline std::string status_line(long_connection_state const& before, long_connection_state const& now) {
    using status = long_connection_status;
    auto const why = [&] {
        auto const code =
            now.why->code != 0 ? " (code " + std::to_string(now.why->code) + ")" : std::string();
        return now.why->message + code;
    };
    switch (now.status) {
    case status::reconnecting: return "reconnecting: " + why();
    case status::failed: return "failed, not reconnecting: " + why();
    case status::connected: return before.status == status::reconnecting ? "connected again" : "";
    case status::connecting:
    case status::stopped: break;
    }
    return {};
}

FEISHU_DECL void long_connection_machine::set_state(long_connection_state state) {
    auto const before = std::exchange(state_, std::move(state));
    if (auto line = status_line(before, state_); !line.empty())
        log(std::move(line), level_of(state_.status));
    act(actions::notify_status{state_});
}

// --- connecting

FEISHU_DECL void long_connection_machine::attempt(time_point now) {
    phase_ = phase::discovering;
    deadline_ = saturating_deadline(now, params_.connect_timeout);
    act(actions::discover{});
}

FEISHU_DECL void long_connection_machine::on_discovered(time_point now,
                                                        result<discovery_http_response> response) {
    if (phase_ != phase::discovering)
        return;
    if (!response)
        return lost(now, std::move(response).error());
    auto endpoint = read_endpoint(*response);
    if (!endpoint)
        return lost(now, std::move(endpoint).error());
    apply(endpoint->ClientConfig);
    connect_to(std::move(endpoint->URL));
}

FEISHU_DECL void long_connection_machine::connect_to(std::string url) {
    phase_ = phase::connecting;
    service_ = number_or_zero(query_parameter(url, "service_id"));
    act(actions::connect{std::move(url)});
}

FEISHU_DECL void long_connection_machine::on_connected(time_point now) {
    if (phase_ != phase::connecting)
        return;
    phase_ = phase::open;
    last_received_ = now;
    set_state({.status = long_connection_status::connected});
    ping(now);
}

FEISHU_DECL void long_connection_machine::on_refused(time_point now, handshake_refusal const& refusal) {
    constexpr auto auth_failed = static_cast<int>(errc::long_connection_auth_failed);
    constexpr auto forbidden = static_cast<int>(errc::long_connection_forbidden);
    constexpr auto too_many = static_cast<int>(errc::long_connection_limit);
    if (phase_ != phase::connecting)
        return;
    auto const status = number_or_zero(refusal.status);
    auto const auth_code = number_or_zero(refusal.auth_code);
    auto const text = "the platform refused the WebSocket: " + refusal.message;
    if (status == auth_failed && auth_code == too_many)
        return lost(now, long_connection_error(error_kind::api, text, too_many, refusal.http_status));
    if (status == auth_failed && rejects_credentials(auth_code))
        return lost(now, credentials_error(text, auth_code, refusal.http_status));
    if (status == forbidden)
        return lost(now, credentials_error(text, forbidden, refusal.http_status));
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

/// Clears the state of the connection.
FEISHU_DECL void long_connection_machine::end_attempt() {
    queued_frames_ = 0;
    fragments_.clear();
    pending_.clear();
}

/// An attempt has ended: schedules the next one, or fails permanently.
FEISHU_DECL void long_connection_machine::lost(time_point now, error why) {
    end_attempt();
    if (phase_ == phase::draining || phase_ == phase::closing)
        return finish({});
    auto const limit = settings_.reconnect_count;
    if (!worth_repeating(why) || (limit >= 0 && attempts_ >= limit))
        return finish({.status = long_connection_status::failed, .why = std::move(why)});
    auto const delay = reconnect_delay();
    ++attempts_;
    phase_ = phase::waiting_to_reconnect;
    deadline_ = saturating_deadline(now, delay);
    set_state({.status = long_connection_status::reconnecting, .why = std::move(why)});
}

FEISHU_DECL clock::time_point::duration long_connection_machine::reconnect_delay() {
    using duration = clock::time_point::duration;
    duration delay = settings_.reconnect_interval;
    if (attempts_ == 0) { // random, since all clients of a server lose it at the same time
        auto const share = static_cast<double>(random_() >> 11) * 0x1p-53;
        delay = std::chrono::duration_cast<duration>(share * settings_.reconnect_nonce);
    }
    return (std::max)(delay, saturated(params_.min_reconnect_delay));
}

FEISHU_DECL void long_connection_machine::abort(time_point now, error why) {
    act(actions::abort{});
    lost(now, std::move(why));
}

FEISHU_DECL void long_connection_machine::apply(long_connection_wire::received_settings const& wanted) {
    using std::chrono::seconds;
    auto const take = [](std::optional<std::string> const& text, std::int64_t least, seconds& out) {
        if (auto const value = to_integer<std::int64_t>(text); value && *value >= least)
            out = seconds(std::min<std::int64_t>(*value, 24 * 3600));
    };
    settings_.reconnect_count =
        to_integer<std::int64_t>(wanted.ReconnectCount).value_or(settings_.reconnect_count);
    take(wanted.ReconnectInterval, 0, settings_.reconnect_interval);
    take(wanted.ReconnectNonce, 0, settings_.reconnect_nonce);
    take(wanted.PingInterval, 1, settings_.ping_interval);
}

// --- frames

FEISHU_DECL void long_connection_machine::on_message(time_point now, bool binary, std::string_view bytes) {
    if (phase_ != phase::open && phase_ != phase::draining)
        return;
    last_received_ = now;
    if (!binary)
        return log("skipped a text message");
    auto f = frames::decode(bytes);
    if (!f)
        return log("skipped a message: " + f.error().message);
    attempts_ = 0;
    auto const type = f->header("type");
    if (f->is(frames::method::control) && type == "pong")
        on_pong(*f);
    else if (f->is(frames::method::data) && (type == "event" || type == "card"))
        on_event(now, std::move(*f));
    else if (!f->is(frames::method::control))
        log("skipped a frame of unknown type");
}

FEISHU_DECL void long_connection_machine::on_pong(frames::frame const& pong) {
    if (pong.payload.empty())
        return;
    if (auto const wanted = json::read<long_connection_wire::received_settings>(pong.payload))
        apply(*wanted);
    else
        log("skipped the settings in a pong: " + wanted.error().message);
}

FEISHU_DECL void long_connection_machine::on_event(time_point now, frames::frame event) {
    auto payload = std::exchange(event.payload, {});
    pending_event waiting{.head = event, .since = now};
    event.payload = std::move(payload);
    auto whole = fragments_.add(std::move(event), now);
    if (!whole)
        return log(whole.error().message);
    if (!*whole)
        return;
    if (phase_ != phase::open || pending_.size() >= params_.max_pending_events)
        return reply(now, std::move(waiting), false, {});
    pending_.emplace(++last_ticket_, std::move(waiting));
    act(actions::deliver{last_ticket_, std::move(**whole)});
}

FEISHU_DECL void long_connection_machine::on_response(time_point now, std::uint64_t ticket, bool handled,
                                                      std::string_view body) {
    auto found = pending_.extract(ticket);
    if (found.empty())
        return;
    reply(now, std::move(found.mapped()), handled, body);
    close_when_drained();
}

FEISHU_DECL void long_connection_machine::reply(time_point now, pending_event event, bool handled,
                                                std::string_view body) {
    using std::chrono::milliseconds;
    long_connection_wire::event_response response{.code = handled ? 200 : 500};
    if (handled && !body.empty() && body != "{}")
        response.data = to_base64(body);
    event.head.set_header(
        "biz_rt", std::to_string(std::chrono::duration_cast<milliseconds>(now - event.since).count()));
    event.head.payload = json::to_string(response);
    send(now, event.head);
}

FEISHU_DECL void long_connection_machine::ping(time_point now) {
    pinged_ = now;
    send(now, {.service = service_, .headers = {{"type", "ping"}}});
}

FEISHU_DECL void long_connection_machine::send(time_point now, frames::frame const& f) {
    if (queued_frames_ >= params_.max_queued_frames)
        return abort(now, long_connection_error(error_kind::transport, "peer is not reading"));
    ++queued_frames_;
    act(actions::send{frames::encode(f)});
}

FEISHU_DECL void long_connection_machine::on_sent() {
    if (queued_frames_ > 0)
        --queued_frames_;
}

// --- time

FEISHU_DECL clock::time_point long_connection_machine::wake() const {
    switch (phase_) {
    case phase::discovering:
    case phase::connecting:
    case phase::waiting_to_reconnect:
    case phase::closing: return deadline_;
    case phase::open: return (std::min)(pinged_ + settings_.ping_interval, dead_at());
    case phase::draining: return (std::min)(deadline_, dead_at());
    case phase::idle:
    case phase::done: break;
    }
    return (time_point::max)();
}

FEISHU_DECL void long_connection_machine::on_time(time_point now) {
    if (now < wake())
        return;
    fragments_.expire(now);
    switch (phase_) {
    case phase::discovering:
    case phase::connecting:
        return abort(now, long_connection_error(error_kind::timeout, "not connected within connect_timeout"));
    case phase::waiting_to_reconnect: return attempt(now);
    case phase::draining:
    case phase::closing: return abort(now, {});
    case phase::open: break;
    case phase::idle:
    case phase::done: return;
    }
    if (now < dead_at())
        return ping(now);
    auto const silence = std::to_string(2 * settings_.ping_interval.count());
    abort(now, long_connection_error(error_kind::timeout, "no data received for " + silence + " s"));
}

} // namespace feishu::detail
