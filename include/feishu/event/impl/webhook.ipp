#pragma once

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <future>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <system_error>
#include <utility>

#include <boost/assert/source_location.hpp>
#include <boost/describe/class.hpp>
#include <boost/system/result.hpp>
#include <boost/throw_exception.hpp>

#include <feishu/core/impl/guard.hpp>
#include <feishu/event/impl/crypto.hpp>
#include <feishu/event/impl/date_text.hpp>
#include <feishu/event/impl/event_time.hpp>
#include <feishu/event/webhook.hpp>
#include <feishu/json/write.hpp>

namespace feishu {
namespace detail {

/// Why a request is rejected. The sender sees only the status.
struct webhook_rejection {
    int status = 403;
    std::string why{};
};

/// Found by argument-dependent lookup: operator* of boost::system::result checks from Boost 1.91 on.
[[noreturn]] inline void throw_exception_from_error(webhook_rejection const& e,
                                                    boost::source_location const& where) {
    boost::throw_exception(std::logic_error("rejected webhook request: " + e.why), where);
}

template <class T>
using checked_request = boost::system::result<T, webhook_rejection>;

struct challenge_response {
    std::string challenge;
};
BOOST_DESCRIBE_STRUCT(challenge_response, (), (challenge))

/// The three headers of a signed request.
struct request_signature {
    explicit request_signature(std::vector<http::header> const& headers)
        : timestamp(http::find_header(headers, "X-Lark-Request-Timestamp")),
          nonce(http::find_header(headers, "X-Lark-Request-Nonce")),
          value(http::find_header(headers, "X-Lark-Signature")) {}

    bool absent() const { return timestamp.empty() && nonce.empty() && value.empty(); }

    std::string_view timestamp, nonce, value;
};

/// Parses seconds, milliseconds, microseconds or a textual date.
inline std::optional<std::chrono::sys_seconds> request_time(std::string_view timestamp) {
    std::int64_t count = 0;
    auto const end = timestamp.data() + timestamp.size();
    auto const [stopped, failed] = std::from_chars(timestamp.data(), end, count);
    if (failed != std::errc{} || stopped != end)
        return parse_date(timestamp);
    if (count < 0)
        return {};
    return std::chrono::sys_seconds(std::chrono::seconds(to_millis(count) / 1000));
}

/// The text of `{"encrypt":"…"}`, the form in which the platform sends encrypted bodies; nothing for other
/// documents. It saves reading and copying what is about to be decrypted.
inline std::optional<std::string_view> encrypted_text(std::string_view body) {
    constexpr std::string_view space = " \t\r\n";
    auto const skip = [&](std::string_view token) { // and the space before it
        auto const start = (std::min)(body.find_first_not_of(space), body.size());
        bool const found = body.substr(start).starts_with(token);
        body.remove_prefix(found ? start + token.size() : 0);
        return found;
    };
    if (!skip("{") || !skip(R"("encrypt")") || !skip(":") || !skip("\""))
        return {};
    auto const text = body.substr(0, body.find('"'));
    body.remove_prefix(text.size());
    bool const complete = skip("\"") && skip("}") && body.find_first_not_of(space) == body.npos;
    if (!complete || text.find('\\') != text.npos)
        return {};
    return text;
}

inline checked_request<push_ptr> checked_push(result<push_ptr> read) {
    if (!read)
        return webhook_rejection{400, read.error().message};
    return std::move(*read);
}

inline webhook_response json_response(std::string body) {
    webhook_response out{.body = std::move(body)};
    out.headers.push_back(
        {"Content-Type", "application/json; charset=utf-8"}); // a braced list would be copied
    return out;
}

inline webhook_response response_to(event_response from) {
    switch (from.outcome) {
    case event_outcome::done: return json_response(std::move(from.body));
    case event_outcome::failed: return {.status = 500};
    case event_outcome::busy: return {.status = 503};
    case event_outcome::invalid: break;
    }
    return {.status = 400};
}

} // namespace detail

struct webhook::core : std::enable_shared_from_this<core> {
    using rejection = detail::webhook_rejection;
    using signature = detail::request_signature;
    template <class T>
    using checked = detail::checked_request<T>;

    core(event_dispatcher& to, webhook_options wanted)
        : on(to), options(std::move(wanted)), steady(keys().clock), key(keys().encrypt_key),
          replays({.keep = replay_time(options.timestamp_window)}) {
        if (keys().encrypt_key.empty() && keys().verification_token.empty())
            throw std::invalid_argument("a webhook needs an encrypt_key or a verification_token");
    }

    event_options const& keys() const { return on.options(); }
    /// A timestamp is accepted for this long: the window before and after the local time.
    static std::chrono::milliseconds replay_time(std::chrono::seconds window) {
        return 2 * (std::min)(window, std::chrono::seconds(std::chrono::hours(24 * 365)));
    }

    void handle(webhook_request const& request, std::function<void(webhook_response)> respond,
                detail::handler_slots* slots);
    void respond(std::function<void(webhook_response)> const& to, webhook_response response) const;
    checked<detail::push_ptr> decrypt(std::string_view encrypted) const;
    checked<detail::push_ptr> examine(webhook_request const& request, signature const& given) const;
    checked<detail::push_ptr> accept(webhook_request const& request, std::string& replay_key);
    checked<void> verify(std::string_view body, signature const& given, detail::push_kind kind) const;
    checked<void> verify_time(std::string_view timestamp) const;
    checked<void> verify_token(detail::push const& push, bool encrypted) const;
    std::string_view replay_key_of(signature const& given, detail::push const& push) const;
    bool is_replay(std::string const& replay_key, raw_event const& event);
    webhook_response reject(rejection const& why) const;
    void settle_replay(std::string const& replay_key, bool done);

    event_dispatcher& on;
    webhook_options options;
    std::shared_ptr<feishu::clock> steady; // owned: needed while the dispatcher is being destroyed
    event_crypto::decryption_key key;
    memory_dedup_store replays; // signatures of accepted requests
};

FEISHU_DECL detail::checked_request<void> webhook::core::verify_time(std::string_view timestamp) const {
    auto const sent = detail::request_time(timestamp);
    if (!sent)
        return rejection{.why = "invalid timestamp"};
    auto const now = options.now ? options.now() : std::chrono::system_clock::now();
    auto const local = std::chrono::floor<std::chrono::seconds>(now);
    if ((*sent > local ? *sent - local : local - *sent) > options.timestamp_window)
        return rejection{.why = "timestamp outside the allowed window: a replayed request, or a wrong clock"};
    return {};
}

// Verifies the signature over the body as received. Legacy card callbacks are signed with the verification
// token, all other requests with the encrypt key.
FEISHU_DECL detail::checked_request<void> webhook::core::verify(std::string_view body, signature const& given,
                                                                detail::push_kind kind) const {
    bool const card = kind == detail::push_kind::old_card;
    auto const& secret = card ? keys().verification_token : keys().encrypt_key;
    if (card && secret.empty())
        return rejection{.why = "a legacy card callback needs a verification_token, and none is configured"};
    if (secret.empty() || kind == detail::push_kind::challenge)
        return {};
    if (given.absent() && kind == detail::push_kind::encrypted)
        return {}; // a challenge, or rejected once it is decrypted
    if (given.timestamp.empty() || given.nonce.empty() || given.value.empty())
        return rejection{.why = "not signed"};
    auto const expected = card ? event_crypto::card_signature(given.timestamp, given.nonce, secret, body)
                               : event_crypto::signature(given.timestamp, given.nonce, secret, body);
    if (!event_crypto::equal(expected, given.value))
        return rejection{
            .why = "wrong signature: a forgery, another encrypt_key, or a body that a proxy rewrote"};
    return verify_time(given.timestamp);
}

FEISHU_DECL detail::checked_request<detail::push_ptr>
webhook::core::decrypt(std::string_view encrypted) const {
    if (keys().encrypt_key.empty())
        return rejection{.why = "the body is encrypted and no encrypt_key is configured"};
    auto plain = key.decrypt(encrypted);
    if (!plain)
        return rejection{.why = plain.error().message};
    auto inner = detail::checked_push(on.read(std::move(*plain)));
    if (inner && (*inner)->kind == detail::push_kind::encrypted)
        return rejection{400, "the body is encrypted twice"};
    return inner;
}

FEISHU_DECL detail::checked_request<void> webhook::core::verify_token(detail::push const& push,
                                                                      bool encrypted) const {
    auto const& expected = keys().verification_token;
    if (push.kind == detail::push_kind::old_card)
        return {}; // its signature includes the token
    if (expected.empty() && push.kind == detail::push_kind::challenge && !encrypted)
        return rejection{.why = "a challenge that is not encrypted, and no verification_token is configured"};
    if (!expected.empty() && !event_crypto::equal(expected, push.token))
        return rejection{.why = "wrong verification token"};
    return {};
}

// All checks but replay, the cheapest first. A request that passes is from the platform.
FEISHU_DECL detail::checked_request<detail::push_ptr> webhook::core::examine(webhook_request const& request,
                                                                             signature const& given) const {
    if (request.method != "POST")
        return rejection{405, "method is not POST"};
    if (request.body.size() > options.max_body_bytes)
        return rejection{413, "body too long"};
    auto text = detail::encrypted_text(request.body);
    checked<detail::push_ptr> push = detail::push_ptr();
    auto kind = detail::push_kind::encrypted;
    if (!text || request.body.size() > keys().limits.max_bytes) {
        push = detail::checked_push(detail::read_push(request.body, keys().limits));
        if (!push)
            return push;
        kind = (*push)->kind;
    }
    if (auto const verified = verify(request.body, given, kind); !verified)
        return verified.error();
    bool const encrypted = kind == detail::push_kind::encrypted;
    if (encrypted)
        push = decrypt(text ? *text : (*push)->encrypted);
    if (!push)
        return push;
    if (encrypted && (*push)->kind != detail::push_kind::challenge && given.absent())
        return rejection{.why = "not signed"};
    if (auto const known = verify_token(**push, encrypted); !known)
        return known.error();
    return push;
}

// The signature, by which a replay is recognized; empty if it was not verified.
FEISHU_DECL std::string_view webhook::core::replay_key_of(signature const& given,
                                                          detail::push const& push) const {
    bool const verified = push.kind == detail::push_kind::old_card || !keys().encrypt_key.empty();
    return push.kind == detail::push_kind::challenge || !verified ? std::string_view() : given.value;
}

// A request is accepted once. While it is being handled it may be repeated, as proxies do, if the dispatcher
// can recognize its event by an id.
FEISHU_DECL bool webhook::core::is_replay(std::string const& replay_key, raw_event const& event) {
    if (replay_key.empty())
        return false;
    auto const known = replays.claim(replay_key, steady->now()).state;
    return known == dedup_store::state::done ||
           (known == dedup_store::state::in_progress && event.id.empty());
}

// A request whose event was not handled may be sent again unchanged.
FEISHU_DECL void webhook::core::settle_replay(std::string const& replay_key, bool done) {
    if (done)
        replays.complete(replay_key, "{}", steady->now());
    else
        replays.release(replay_key);
}

FEISHU_DECL webhook_response webhook::core::reject(rejection const& why) const {
    on.log(log_level::warning, "a webhook request is rejected: " + why.why);
    webhook_response out{.status = why.status};
    if (out.status == 405)
        out.headers.push_back({"Allow", "POST"});
    return out;
}

FEISHU_DECL void webhook::core::respond(std::function<void(webhook_response)> const& to,
                                        webhook_response response) const {
    if (auto const thrown = detail::guard([&] { to(std::move(response)); }))
        on.log(log_level::error, "the response function of a webhook request threw: " + *thrown);
}

FEISHU_DECL detail::checked_request<detail::push_ptr> webhook::core::accept(webhook_request const& request,
                                                                            std::string& replay_key) {
    signature const given(request.headers);
    auto push = examine(request, given);
    if (!push)
        return push;
    replay_key = replay_key_of(given, **push);
    if (is_replay(replay_key, (*push)->event))
        return rejection{.why = "this request was accepted before"};
    return push;
}

FEISHU_DECL void webhook::core::handle(webhook_request const& request,
                                       std::function<void(webhook_response)> to,
                                       detail::handler_slots* slots) {
    std::string replay_key;
    checked<detail::push_ptr> push = rejection{.status = 500};
    if (auto const thrown = detail::guard([&] { push = accept(request, replay_key); }))
        push = rejection{500, "exception while verifying: " + *thrown};
    if (!push)
        return respond(to, reject(push.error()));
    if ((*push)->kind == detail::push_kind::challenge)
        return respond(
            to, detail::json_response(json::to_string(detail::challenge_response{(*push)->challenge})));
    response_function responded = [self = shared_from_this(), replay_key = std::move(replay_key),
                                   to = std::move(to)](event_response response) {
        self->settle_replay(replay_key, response.outcome == event_outcome::done);
        self->respond(to, detail::response_to(std::move(response)));
    };
    (*push)->event.source = event_source::webhook;
    on.deliver(std::move(*push), std::move(responded), slots);
}

FEISHU_DECL webhook::webhook(event_dispatcher& on, webhook_options options)
    : core_(std::make_shared<core>(on, std::move(options))) {}

FEISHU_DECL void webhook::handle(webhook_request request, std::function<void(webhook_response)> respond) {
    auto const self = core_; // `respond` may destroy the webhook
    self->handle(request, std::move(respond), nullptr);
}

FEISHU_DECL void webhook::handle(webhook_request request, std::function<void(webhook_response)> respond,
                                 detail::handler_slots& slots) {
    auto const self = core_;
    self->handle(request, std::move(respond), &slots);
}

FEISHU_DECL webhook_response webhook::handle(webhook_request request) {
    std::promise<webhook_response> promise;
    auto response = promise.get_future();
    handle(std::move(request), [&promise](webhook_response given) {
        auto mine = std::move(promise); // this thread may return as soon as it has the value
        mine.set_value(std::move(given));
    });
    return response.get();
}

} // namespace feishu
