#pragma once

#include <openssl/evp.h>

#include <utility>

#include <feishu/core/impl/hex.hpp>
#include <feishu/http/impl/socket_connector.hpp>
#include <feishu/store/impl/redis_client.hpp>
#include <feishu/store/impl/store_errors.hpp>

namespace feishu::detail {

FEISHU_DECL redis_script::redis_script(std::string text) : text_(std::move(text)) {
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    if (EVP_Digest(text_.data(), text_.size(), digest, &size, EVP_sha1(), nullptr) == 1)
        sha_ = to_hex({reinterpret_cast<char const*>(digest), size});
}

FEISHU_DECL result<std::unique_ptr<redis_client>> redis_client::make(redis_store_params const& params) {
    auto url = parse_redis_url(params.url);
    if (!url)
        return std::move(url).error();
    auto target =
        http::detail::make_endpoint_config(url->server, {.ca_file = params.ca_file,
                                                         .ca_pem = params.ca_pem,
                                                         .connect_timeout = params.connect_timeout,
                                                         .tls_handshake_timeout = params.connect_timeout});
    if (!target) {
        auto e = std::move(target).error();
        return e.field == "base_url" ? invalid_argument("url", e.violations.at(0).text) : e;
    }
    return std::unique_ptr<redis_client>(new redis_client(std::move(*url), std::move(*target), params));
}

FEISHU_DECL redis_client::redis_client(redis_url url, http::detail::endpoint_config target,
                                       redis_store_params const& params)
    : url_(std::move(url)), target_(std::move(target)), timeout_(params.timeout),
      idle_(params.max_idle, params.idle_timeout) {}

FEISHU_DECL result<redis_reply> redis_client::run(redis_command const& command, repeatable again) {
    auto reply = run_raw(command, again);
    if (reply && reply->is(redis_type::error))
        return redis_error(reply->text);
    return reply;
}

// The server forgets scripts when it is restarted; one that it does not know was not executed.
FEISHU_DECL result<redis_reply> redis_client::run(redis_script const& script, redis_command const& rest,
                                                  repeatable again) {
    redis_command command{"EVALSHA", script.sha()};
    command.insert(command.end(), rest.begin(), rest.end());
    auto reply = run_raw(command, again);
    if (reply && reply->is(redis_type::error) && reply->text.starts_with("NOSCRIPT")) {
        command[0] = "EVAL";
        command[1] = script.text();
        reply = run_raw(command, again);
    }
    if (reply && reply->is(redis_type::error))
        return redis_error(reply->text);
    return reply;
}

// A connection that the server has closed, by a restart for one, may show that only when it is used: one more attempt.
FEISHU_DECL result<redis_reply> redis_client::run_raw(redis_command const& command, repeatable again) {
    auto const limit = http::detail::time_limit::in(timeout_);
    for (int attempt = 1;; ++attempt) {
        auto connection = connect(limit);
        if (!connection)
            return std::move(connection).error();
        auto replies = (*connection)->run(std::span(&command, 1), limit);
        if (replies) {
            if (!replies->front().text.starts_with(
                    "READONLY")) // a replica now: the name may lead to the primary
                idle_.put(std::move(*connection));
            return std::move(replies->front());
        }
        auto e = std::move(replies).error();
        bool const safe = again == repeatable::yes || !e.may_have_executed;
        if (attempt > 1 || !safe || e.kind != error_kind::transport) {
            e.may_duplicate = e.may_have_executed && again == repeatable::no;
            return e;
        }
    }
}

FEISHU_DECL result<redis_client::connection_ptr> redis_client::connect(http::detail::time_limit limit) {
    if (auto reused = idle_.take())
        return reused;
    if (auto refusal = backoff_.refusal(http::detail::steady_clock::now()))
        return std::move(*refusal);
    auto made = http::detail::socket_connector(target_, lookups_).run(limit);
    std::optional<error> failed;
    connection_ptr out;
    if (made) {
        out = std::make_unique<redis_connection>(std::move(*made));
        if (auto started = out->start(url_, limit); !started)
            failed = std::move(started).error();
    } else {
        failed = std::move(made).error();
        failed->message.insert(0, "Redis: ");
    }
    if (!failed) {
        backoff_.on_success();
        return out;
    }
    failed->may_have_executed = false;
    backoff_.on_failure(http::detail::steady_clock::now(), *failed);
    return std::move(*failed);
}

} // namespace feishu::detail
