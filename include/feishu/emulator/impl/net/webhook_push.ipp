#pragma once

#include <algorithm>
#include <utility>

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/bind_executor.hpp>

#include <feishu/emulator/impl/net/webhook_push.hpp>
#include <feishu/http/beast_transport.hpp>
#include <feishu/json/impl/escape.hpp>

namespace feishu::emulator {
namespace detail {

// The response to a push.
class push_sink final : public http::response_sink {
public:
    bool on_head(http::response_head const& head) override {
        status_ = head.status;
        return true;
    }
    bool on_body(std::string_view chunk) override {
        body_ += chunk;
        return true;
    }
    push_outcome outcome(result<void> const& exchanged) const {
        constexpr auto channel = delivery_channel::webhook;
        if (!exchanged)
            return {.channel = channel, .response = exchanged.error().message};
        return {.channel = channel, .status = status_, .response = body_};
    }

private:
    int status_ = 0;
    std::string body_;
};

inline void append_string(std::string& out, std::string_view name, std::string_view value) {
    out += out.empty() ? "{\"" : ",\"";
    out += name;
    out += "\":\"";
    json::append_escaped(out, value);
    out += '"';
}

inline http::exchange_options push_limits(std::chrono::milliseconds deadline) {
    return {.timeout = deadline, .max_response_bytes = 1u << 20};
}

inline void sign(http::request& to, push_salt const& salt, std::string timestamp, std::string signature) {
    to.headers.push_back({"X-Lark-Request-Timestamp", std::move(timestamp)});
    to.headers.push_back({"X-Lark-Request-Nonce", salt.nonce});
    to.headers.push_back({"X-Lark-Signature", std::move(signature)});
}

} // namespace detail

FEISHU_DECL http::request webhook_request(webhook_subscription const& subscription, std::string target,
                                          std::string_view document, push_kind kind, push_salt const& salt) {
    http::request out{.method = verb::post, .target = std::move(target)};
    out.headers.push_back({"Content-Type", "application/json; charset=utf-8"});
    auto const timestamp = std::to_string(salt.timestamp.time_since_epoch().count());
    if (subscription.encrypt_key.empty() || kind == push_kind::legacy_card) {
        out.body = document;
        if (kind == push_kind::legacy_card)
            detail::sign(out, salt, timestamp,
                         event_crypto::card_signature(timestamp, salt.nonce, subscription.verification_token,
                                                      out.body));
        return out;
    }
    detail::append_string(out.body, "encrypt",
                          event_crypto::encrypt(subscription.encrypt_key, document, salt.first_block));
    out.body += '}';
    if (kind == push_kind::event)
        detail::sign(out, salt, timestamp,
                     event_crypto::signature(timestamp, salt.nonce, subscription.encrypt_key, out.body));
    return out;
}

FEISHU_DECL result<std::shared_ptr<webhook>> webhook::make(webhook_subscription subscription) {
    auto const authority = subscription.url.find("://");
    auto const path =
        subscription.url.find_first_of("/?", authority == std::string::npos ? 0 : authority + 3);
    std::shared_ptr<webhook> out(new webhook);
    auto transport = http::make_beast_transport(
        {.base_url = subscription.url.substr(0, path), .ca_pem = subscription.ca_pem});
    if (!transport)
        return transport.error();
    out->transport_ = std::move(*transport);
    out->target_ = path == std::string::npos ? "/" : subscription.url.substr(path);
    if (out->target_.front() != '/')
        out->target_.insert(0, "/");
    out->subscription_ = std::move(subscription);
    return out;
}

FEISHU_DECL bool webhook::subscribes_to(outbound_event const& event) const {
    auto const& types = subscription_.events;
    return types.empty() || event.callback || event.type == "app_ticket" ||
           std::ranges::find(types, event.type) != types.end();
}

FEISHU_DECL push_outcome webhook::challenge(std::string const& challenge, push_salt const& salt,
                                            std::chrono::milliseconds deadline) {
    std::string document;
    detail::append_string(document, "challenge", challenge);
    detail::append_string(document, "token", subscription_.verification_token);
    detail::append_string(document, "type", "url_verification");
    document += '}';
    detail::push_sink sink;
    auto const request = webhook_request(subscription_, target_, document, push_kind::challenge, salt);
    return sink.outcome(transport_->exchange(request, sink, detail::push_limits(deadline)));
}

FEISHU_DECL void webhook::push(std::string_view document, push_kind kind, push_salt const& salt,
                               std::chrono::milliseconds deadline, boost::asio::any_io_executor executor,
                               std::function<void(push_outcome)> done) {
    struct exchange {
        http::request request;
        detail::push_sink sink{};
    };
    auto const one = std::make_shared<exchange>(
        exchange{.request = webhook_request(subscription_, target_, document, kind, salt)});
    auto on_end = [one, done = std::move(done), keep = transport_](result<void> exchanged) {
        done(one->sink.outcome(exchanged));
    };
    transport_->async()->async_exchange(one->request, one->sink, detail::push_limits(deadline), executor,
                                        boost::asio::bind_executor(executor, std::move(on_end)));
}

} // namespace feishu::emulator
