#pragma once

#include <charconv>
#include <cstdint>
#include <future>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <system_error>
#include <utility>

#include <boost/describe/class.hpp>
#include <boost/system/result.hpp>

#include <feishu/event/impl/crypto.hpp>
#include <feishu/event/webhook.hpp>
#include <feishu/json/write.hpp>

namespace feishu {
namespace detail {

/// Why a request is not taken; the sender sees only the status.
struct webhook_refusal {
    int status = 403;
    std::string why{};
};

template <class T>
using checked_request = boost::system::result<T, webhook_refusal>;

struct challenge_answer {
    std::string challenge;
};
BOOST_DESCRIBE_STRUCT(challenge_answer, (), (challenge))

/// The three headers of a signed request.
struct request_signature {
    explicit request_signature(std::vector<http::header> const& headers)
        : timestamp(http::find_header(headers, "X-Lark-Request-Timestamp")),
          nonce(http::find_header(headers, "X-Lark-Request-Nonce")),
          value(http::find_header(headers, "X-Lark-Signature")) {}

    bool absent() const { return timestamp.empty() && nonce.empty() && value.empty(); }

    std::string_view timestamp, nonce, value;
};

inline webhook_response json_response(std::string body) {
    return {.headers = {{"Content-Type", "application/json; charset=utf-8"}}, .body = std::move(body)};
}

inline webhook_response response_to(event_response answer) {
    switch (answer.outcome) {
    case event_outcome::done: return json_response(std::move(answer.body));
    case event_outcome::failed: return {.status = 500};
    case event_outcome::busy: return {.status = 503};
    case event_outcome::invalid: break;
    }
    return {.status = 400};
}

} // namespace detail

struct webhook::core {
    using refusal = detail::webhook_refusal;
    using signature = detail::request_signature;
    template <class T>
    using checked = detail::checked_request<T>;

    core(event_dispatcher& to, webhook_options wanted)
        : on(to), options(std::move(wanted)), steady(keys().clock),
          replays({.keep = 2 * options.timestamp_window}) {
        if (keys().encrypt_key.empty() && keys().verification_token.empty())
            throw std::invalid_argument("a webhook needs an encrypt_key or a verification_token");
    }

    event_options const& keys() const { return on.options(); }

    checked<detail::push> read(std::string json) const;
    checked<detail::push> decrypt(detail::push const& outer) const;
    checked<detail::push> examine(webhook_request const& request) const;
    checked<void> verify(webhook_request const& request, detail::push const& push) const;
    checked<void> verify_time(std::string_view timestamp) const;
    checked<void> verify_token(detail::push const& push, bool encrypted) const;
    std::string replay_key(webhook_request const& request, detail::push const& push) const;
    bool is_replay(std::string const& key, raw_event const& event);
    webhook_response refuse(refusal const& why) const;
    void accepted(std::string const& key, bool for_good);

    event_dispatcher& on;
    webhook_options options;
    std::shared_ptr<feishu::clock> steady; // the last answers may come when the dispatcher is gone
    memory_dedup_store replays;            // signatures of accepted requests
};

FEISHU_DECL detail::checked_request<detail::push> webhook::core::read(std::string json) const {
    auto push = detail::read_push(std::move(json), keys().limits);
    if (!push)
        return refusal{400, push.error().message};
    return std::move(*push);
}

FEISHU_DECL detail::checked_request<void> webhook::core::verify_time(std::string_view timestamp) const {
    std::int64_t seconds = 0;
    auto const end = timestamp.data() + timestamp.size();
    auto const [stopped, failed] = std::from_chars(timestamp.data(), end, seconds);
    if (failed != std::errc{} || stopped != end)
        return refusal{.why = "its timestamp is no number of seconds"};
    auto const now = options.now ? options.now() : std::chrono::system_clock::now();
    auto const here = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
    auto const window = options.timestamp_window.count();
    if (seconds < here - window || seconds > here + window)
        return refusal{.why = "its timestamp is not of now: an old request, or a clock that is wrong"};
    return {};
}

// Over the bytes as they came. Old cards sign with the verification token, everything else with the encrypt
// key.
FEISHU_DECL detail::checked_request<void> webhook::core::verify(webhook_request const& request,
                                                                detail::push const& push) const {
    bool const card = push.kind == detail::push_kind::old_card;
    auto const& key = card ? keys().verification_token : keys().encrypt_key;
    if (card && key.empty())
        return refusal{.why = "it is an old card callback, which only a verification_token can verify"};
    if (key.empty() || push.kind == detail::push_kind::challenge)
        return {};
    signature const said(request.headers);
    if (said.absent() && push.kind == detail::push_kind::encrypted)
        return {}; // a challenge, or refused when it is decrypted
    if (said.timestamp.empty() || said.nonce.empty() || said.value.empty())
        return refusal{.why = "it is not signed"};
    auto const wanted = card ? event_crypto::card_signature(said.timestamp, said.nonce, key, request.body)
                             : event_crypto::signature(said.timestamp, said.nonce, key, request.body);
    if (!event_crypto::equal(wanted, said.value))
        return refusal{
            .why = "its signature is wrong: a forgery, another encrypt_key, or a body that was rewritten"};
    return verify_time(said.timestamp);
}

FEISHU_DECL detail::checked_request<detail::push> webhook::core::decrypt(detail::push const& outer) const {
    if (keys().encrypt_key.empty())
        return refusal{.why = "it is encrypted, and there is no encrypt_key"};
    auto plain = event_crypto::decrypt(keys().encrypt_key, outer.encrypted);
    if (!plain)
        return refusal{.why = plain.error().message};
    auto inner = read(std::move(*plain));
    if (inner && inner->kind == detail::push_kind::encrypted)
        return refusal{400, "it is encrypted twice"};
    return inner;
}

FEISHU_DECL detail::checked_request<void> webhook::core::verify_token(detail::push const& push,
                                                                      bool encrypted) const {
    auto const& wanted = keys().verification_token;
    if (push.kind == detail::push_kind::old_card)
        return {}; // its signature proves that the sender knows it
    if (wanted.empty() && push.kind == detail::push_kind::challenge && !encrypted)
        return refusal{.why = "a challenge should be encrypted"};
    if (!wanted.empty() && !event_crypto::equal(wanted, push.token))
        return refusal{.why = "its verification token is wrong"};
    return {};
}

// From the cheapest check to the dearest; what comes out is from the platform.
FEISHU_DECL detail::checked_request<detail::push>
webhook::core::examine(webhook_request const& request) const {
    if (request.method != "POST")
        return refusal{405, "it is no POST"};
    if (request.body.size() > options.max_body_bytes)
        return refusal{413, "its body is too long"};
    auto push = read(request.body);
    if (!push)
        return push;
    if (auto const verified = verify(request, *push); !verified)
        return verified.error();
    bool const encrypted = push->kind == detail::push_kind::encrypted;
    if (encrypted)
        push = decrypt(*push);
    if (!push)
        return push;
    if (encrypted && push->kind != detail::push_kind::challenge && signature(request.headers).absent())
        return refusal{.why = "it is not signed"};
    if (auto const known = verify_token(*push, encrypted); !known)
        return known.error();
    return push;
}

// The signature, when it was verified; empty else.
FEISHU_DECL std::string webhook::core::replay_key(webhook_request const& request,
                                                  detail::push const& push) const {
    bool const verified = push.kind == detail::push_kind::old_card || !keys().encrypt_key.empty();
    if (push.kind == detail::push_kind::challenge || !verified)
        return {};
    return std::string(signature(request.headers).value);
}

// A request that was accepted may not come a second time. One that is being handled may, when its event has
// an id by which the dispatcher knows it: a proxy in between repeats requests.
FEISHU_DECL bool webhook::core::is_replay(std::string const& key, raw_event const& event) {
    if (key.empty())
        return false;
    auto const known = replays.claim(key, steady->now()).what;
    return known == dedup_store::state::done ||
           (known == dedup_store::state::in_progress && event.id.empty());
}

// What was not accepted for good may come again just as it is.
FEISHU_DECL void webhook::core::accepted(std::string const& key, bool for_good) {
    if (for_good)
        replays.done(key, "{}", steady->now());
    else
        replays.forget(key);
}

FEISHU_DECL webhook_response webhook::core::refuse(refusal const& why) const {
    on.log("a request is refused: " + why.why);
    webhook_response out{.status = why.status};
    if (out.status == 405)
        out.headers.push_back({"Allow", "POST"});
    return out;
}

FEISHU_DECL webhook::webhook(event_dispatcher& on, webhook_options options)
    : core_(std::make_shared<core>(on, std::move(options))) {}

FEISHU_DECL void webhook::handle(webhook_request request, std::function<void(webhook_response)> answer) {
    auto push = core_->examine(request);
    auto key = push ? core_->replay_key(request, *push) : std::string();
    if (push && core_->is_replay(key, push->event))
        push = detail::webhook_refusal{.why = "it was accepted before"};
    if (!push)
        return answer(core_->refuse(push.error()));
    if (push->kind == detail::push_kind::challenge)
        return answer(detail::json_response(json::to_string(detail::challenge_answer{push->challenge})));
    core_->on.deliver(std::move(push->event),
                      [self = core_, key = std::move(key), to = std::move(answer)](event_response told) {
                          self->accepted(key, told.outcome == event_outcome::done);
                          to(detail::response_to(std::move(told)));
                      });
}

FEISHU_DECL webhook_response webhook::handle(webhook_request request) {
    auto const answer = std::make_shared<std::promise<webhook_response>>();
    handle(std::move(request),
           [answer](webhook_response response) { answer->set_value(std::move(response)); });
    return answer->get_future().get();
}

} // namespace feishu
