#pragma once
// Fakes for the client's tests: a clock that the test moves, and a scripted transport.

#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <feishu/api/im/v1/message.hpp>
#include <feishu/client.hpp>

namespace fakes {

/// Any call that is not a send.
inline feishu::im::v1::message::get const get_one{.message_id = "om_1"};

/// A clock that a test moves.
class clock final : public feishu::clock {
public:
    time_point now() const override {
        std::lock_guard lock(mutex_);
        return now_;
    }
    void advance(std::chrono::milliseconds by) {
        std::lock_guard lock(mutex_);
        now_ += by;
    }

private:
    mutable std::mutex mutex_;
    time_point now_{std::chrono::hours(100)};
};

/// The result of a scripted exchange.
struct reply {
    int status = 200;
    std::string body{};
    feishu::result<void> outcome{};
    feishu::http::header_list headers{};
};

inline reply token_reply(std::string const& token, int expire = 7200) {
    return {.body = R"({"code":0,"msg":"ok","tenant_access_token":")" + token + R"(","expire":)" +
                    std::to_string(expire) + "}"};
}

inline reply app_token_reply(std::string const& token, int expire = 7200) {
    return {.body = R"({"code":0,"msg":"ok","app_access_token":")" + token + R"(","expire":)" +
                    std::to_string(expire) + "}"};
}

inline reply resent_reply() { return {.body = R"({"code":0,"msg":"ok"})"}; }

inline reply data_reply(std::string const& data) {
    return {.body = R"({"code":0,"msg":"success","data":)" + data + "}"};
}

inline reply code_reply(int code, int status = 400) {
    return {.status = status, .body = R"({"code":)" + std::to_string(code) + R"(,"msg":"refused"})"};
}

inline reply failed_reply(feishu::error e) { return {.outcome = std::move(e)}; }

/// One request as it was sent.
struct seen_request {
    std::string line;          ///< method and target
    std::string authorization; ///< value of the header
    std::string body;
    feishu::http::exchange_options options;
};

/// Whether a request line, or a target alone, is that of a token request.
inline bool is_token_line(std::string_view line) { return line.find("/auth/v3/") != line.npos; }
inline bool is_token_request(feishu::http::request const& r) { return is_token_line(r.target); }

/// Feeds a reply to a sink as a connection would.
inline feishu::result<void> play(reply const& r, feishu::http::response_sink& sink) {
    if (!r.outcome)
        return r.outcome;
    if (sink.on_head({.status = r.status, .headers = r.headers}))
        sink.on_body(r.body);
    return {};
}

/// Records requests, responds to token requests and calls from two queues; the last entry of each repeats.
class script {
public:
    std::deque<reply> tokens{token_reply("t-1")};
    std::deque<reply> calls{data_reply("{}")};
    std::function<void(feishu::http::request const&)> on_request{}; ///< runs before the response

    reply take(feishu::http::request const& r, feishu::http::exchange_options const& options) {
        if (on_request)
            on_request(r);
        std::lock_guard lock(mutex_);
        auto& queue = is_token_request(r) ? tokens : calls;
        seen_.push_back({std::string(to_string(r.method)) + ' ' + r.target,
                         std::string(feishu::http::find_header(r.headers, "Authorization")), r.body, options});
        auto out = queue.front();
        if (queue.size() > 1)
            queue.pop_front();
        return out;
    }

    std::vector<seen_request> seen() const {
        std::lock_guard lock(mutex_);
        return seen_;
    }
    std::vector<seen_request> seen_calls() const { return only(false); }
    std::vector<seen_request> seen_tokens() const { return only(true); }

private:
    std::vector<seen_request> only(bool token) const {
        auto all = seen();
        std::erase_if(all, [&](auto const& r) { return is_token_line(r.line) != token; });
        return all;
    }

    mutable std::mutex mutex_;
    std::vector<seen_request> seen_;
};

/// A blocking transport over a script.
class transport final : public feishu::http::transport {
public:
    explicit transport(std::shared_ptr<fakes::script> script) : script_(std::move(script)) {}

    feishu::result<void> exchange(feishu::http::request const& r, feishu::http::response_sink& sink,
                                  feishu::http::exchange_options const& options) override {
        return play(script_->take(r, options), sink);
    }

private:
    std::shared_ptr<fakes::script> script_;
};

/// A client with all of the above.
struct world {
    std::shared_ptr<fakes::script> script = std::make_shared<fakes::script>();
    std::shared_ptr<fakes::clock> clock = std::make_shared<fakes::clock>();
    feishu::client client{feishu::client_config{.app_id = "cli_1",
                                                .app_secret = "very-secret",
                                                .retry = feishu::retry_policy::never(),
                                                .transport = std::make_shared<fakes::transport>(script),
                                                .clock = clock}};
};

/// A store app's client.
struct store_world {
    std::shared_ptr<fakes::script> script = std::make_shared<fakes::script>();
    std::shared_ptr<fakes::clock> clock = std::make_shared<fakes::clock>();
    std::shared_ptr<feishu::auth::app_tickets> tickets = std::make_shared<feishu::auth::app_tickets>();
    feishu::client client{feishu::client_config{.app_id = "cli_1",
                                                .app_secret = "very-secret",
                                                .app_type = feishu::app_type::store,
                                                .app_tickets = tickets,
                                                .retry = feishu::retry_policy::never(),
                                                .transport = std::make_shared<fakes::transport>(script),
                                                .clock = clock}};
};

} // namespace fakes
