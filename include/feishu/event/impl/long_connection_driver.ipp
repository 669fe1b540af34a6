#pragma once

#include <csignal>
#include <exception>
#include <random>
#include <string_view>
#include <utility>
#include <variant>

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>

#include <feishu/core/impl/guard.hpp>
#include <feishu/event/impl/long_connection_driver.hpp>
#include <feishu/http/async_transport.hpp>
#include <feishu/http/beast_transport.hpp>
#include <feishu/json/write.hpp>

namespace feishu::detail {

/// The request for endpoint discovery, and its response.
struct discovery_exchange : http::response_sink {
    explicit discovery_exchange(auth::app_connection const& app) {
        request.method = verb::post;
        request.target = "/callback/ws/endpoint";
        request.headers = {{"Content-Type", "application/json; charset=utf-8"}, {"locale", "zh"}};
        request.body = json::to_string(
            long_connection_wire::discovery_request{.AppID = app.app_id.str(), .AppSecret = app.app_secret});
    }
    bool on_head(http::response_head const& head) override {
        response.status = head.status;
        return true;
    }
    bool on_body(std::string_view chunk) override {
        response.body += chunk;
        return true;
    }

    http::request request{};
    discovery_http_response response{};
};

inline error connection_error(std::string message) {
    return error{.message = std::move(message), .endpoint = "long_connection"};
}

inline handshake_refusal refusal_in(http::detail::web_socket::upgrade_response const& response) {
    auto const header = [&](char const* name) { return std::string(response[name]); };
    return {.http_status = static_cast<int>(response.result_int()),
            .status = header("Handshake-Status"),
            .message = header("Handshake-Msg"),
            .auth_code = header("Handshake-Autherrcode")};
}

FEISHU_DECL void long_connection_attempt::abort() {
    discovery.emit(boost::asio::cancellation_type::all);
    if (connector)
        connector->cancel();
    if (socket)
        socket->abort();
    // Closing the socket completes its pending operations; Beast's operations may also wait for one another.
    end_live.emit(boost::asio::cancellation_type::terminal);
    end_write.emit(boost::asio::cancellation_type::terminal);
}

FEISHU_DECL long_connection_driver::long_connection_driver(auth::app_connection app, event_dispatcher& on,
                                                           long_connection_params params)
    : app_(std::move(app)),
      transport_(app_.transport ? app_.transport : http::make_beast_transport(app_.network)), on_(on),
      params_(std::move(params)), machine_(params_, params_.seed ? *params_.seed : std::random_device()()) {}

FEISHU_DECL long_connection_driver::~long_connection_driver() {
    if (thread_.joinable())
        thread_.join();
}

// --- running

FEISHU_DECL result<void> long_connection_driver::run() {
    on_.start();
    if (claim())
        work();
    return wait();
}

FEISHU_DECL void long_connection_driver::start() {
    on_.start();
    if (!claim())
        return;
    try {
        thread_ = std::thread([this] { work(); });
    } catch (...) {
        std::lock_guard const lock(mutex_);
        claimed_ = false; // so that stop() does not wait for a thread
        throw;
    }
}

FEISHU_DECL void long_connection_driver::stop() {
    boost::asio::post(context_, [this] {
        machine_.stop(clock::now());
        act();
    });
    if (claim()) // it never ran: end it here, so that wait() returns
        work();
}

FEISHU_DECL result<void> long_connection_driver::wait() {
    std::unique_lock lock(mutex_);
    ended_.wait(lock, [&] { return outcome_.has_value(); });
    return *outcome_;
}

FEISHU_DECL long_connection_state long_connection_driver::state() const {
    std::lock_guard const lock(mutex_);
    return state_;
}

FEISHU_DECL bool long_connection_driver::claim() {
    std::lock_guard const lock(mutex_);
    return !std::exchange(claimed_, true);
}

FEISHU_DECL void long_connection_driver::run_context() {
    boost::asio::post(context_, [this] {
        machine_.start(clock::now());
        act();
    });
    if (params_.stop_on_signals)
        watch_signals();
    context_.run();
}

FEISHU_DECL void long_connection_driver::work() {
    std::optional<error> failed;
    if (auto const thrown = guard([this] { run_context(); }))
        failed = connection_error("exception: " + *thrown);
    else if (machine_.state().status == long_connection_status::failed)
        failed = machine_.state().why;
    std::lock_guard const lock(mutex_);
    outcome_ = failed ? result<void>(*failed) : result<void>();
    state_.status = failed ? long_connection_status::failed : long_connection_status::stopped;
    state_.why = std::move(failed);
    ended_.notify_all();
}

FEISHU_DECL void long_connection_driver::watch_signals() {
    signals_.add(SIGINT);
    signals_.add(SIGTERM);
    signals_.async_wait([this](boost::system::error_code failed, int) {
        if (failed)
            return;
        machine_.stop(clock::now());
        act();
    });
}

// --- actions

FEISHU_DECL void long_connection_driver::act() {
    if (acting_)
        return;
    auto const over = [](bool* acting) { *acting = false; };
    std::unique_ptr<bool, decltype(over)> const reset(&(acting_ = true), over);
    for (auto wanted = machine_.take_actions(); !wanted.empty(); wanted = machine_.take_actions())
        for (auto& action : wanted)
            std::visit([this](auto& what) { perform(what); }, action);
    arm();
    if (machine_.done())
        signals_.cancel(); // the last operation that keeps the context running
}

FEISHU_DECL void long_connection_driver::arm() {
    auto const wake = machine_.wake();
    if (wake == (clock::time_point::max)()) {
        timer_.cancel();
        return;
    }
    timer_.expires_at(wake);
    timer_.async_wait([this](boost::system::error_code stopped) {
        if (stopped)
            return;
        if (current_ && current_->socket)
            machine_.on_alive(current_->socket->last_received());
        machine_.on_time(clock::now());
        act();
    });
}

FEISHU_DECL void long_connection_driver::perform(actions::discover&) {
    current_ = std::make_shared<long_connection_attempt>();
    auto const exchange = std::make_shared<discovery_exchange>(app_);
    auto discovered = [this, exchange, a = current_](result<void> done) {
        if (a != current_)
            return;
        machine_.on_discovered(clock::now(),
                               done ? result<discovery_http_response>(exchange->response) : done.error());
        act();
    };
    if (!transport_) {
        boost::asio::post(context_, [this, discovered] { discovered(transport_.error()); });
        return;
    }
    auto& transport = **transport_;
    http::exchange_options const limits{.timeout = params_.connect_timeout, .max_response_bytes = 1u << 20};
    if (auto* const async = transport.async())
        async->async_exchange(exchange->request, *exchange, limits, context_.get_executor(),
                              boost::asio::bind_cancellation_slot(current_->discovery.slot(), discovered));
    else
        boost::asio::post(context_, [&transport, discovered, exchange, limits] {
            result<void> done = connection_error("no response");
            if (auto const thrown =
                    guard([&] { done = transport.exchange(exchange->request, *exchange, limits); }))
                done = connection_error("the transport threw: " + *thrown);
            discovered(done);
        });
}

FEISHU_DECL void long_connection_driver::perform(actions::connect& to) {
    spawn(current_, current_->end_live, live(current_, std::move(to.url)));
}

// In the following, `current_` is null if an earlier action has ended the attempt.

FEISHU_DECL void long_connection_driver::perform(actions::send& what) {
    if (current_)
        current_->outgoing.push_back(std::move(what.bytes));
    keep_writing();
}

FEISHU_DECL void long_connection_driver::perform(actions::close&) {
    if (current_)
        current_->closing = true;
    keep_writing();
}

FEISHU_DECL void long_connection_driver::perform(actions::abort&) {
    if (auto const a = std::exchange(current_, nullptr))
        a->abort();
}

FEISHU_DECL void long_connection_driver::perform(actions::deliver& what) {
    auto const respond = [weak = weak_from_this(), ticket = what.ticket](event_response const& response) {
        auto const self = weak.lock();
        if (!self)
            return;
        auto const handled = response.outcome == event_outcome::done;
        boost::asio::post(self->context_, [driver = self.get(), ticket, handled, body = response.body] {
            driver->machine_.on_response(clock::now(), ticket, handled, body);
            driver->act();
        });
    };
    if (auto const thrown = guard([&] { on_.deliver(std::move(what.json), respond, event_source::long_connection); })) {
        on_.log(log_level::error, "long connection: an event could not be delivered: " + *thrown);
        respond({.outcome = event_outcome::failed});
    }
}

FEISHU_DECL void long_connection_driver::perform(actions::notify_status& what) {
    {
        std::lock_guard const lock(mutex_);
        state_ = what.state;
    }
    if (!params_.on_status)
        return;
    if (auto const thrown = guard([&] { params_.on_status(what.state); }))
        on_.log(log_level::error, "long connection: on_status threw: " + *thrown);
}

FEISHU_DECL void long_connection_driver::perform(actions::log& what) { on_.log(what.level, what.line); }

// --- the connection

FEISHU_DECL void long_connection_driver::spawn(attempt a, boost::asio::cancellation_signal& end,
                                               awaitable<void> job) {
    auto ended = [this, a = std::move(a)](std::exception_ptr failed) {
        if (failed)
            lost(a, connection_error("exception: " + exception_text(failed)));
    };
    boost::asio::co_spawn(context_, std::move(job),
                          boost::asio::bind_cancellation_slot(end.slot(), std::move(ended)));
}

FEISHU_DECL void long_connection_driver::lost(attempt const& a, error why) {
    if (a != current_)
        return;
    actions::abort now;
    perform(now);
    machine_.on_lost(clock::now(), std::move(why));
    act();
}

FEISHU_DECL boost::asio::awaitable<void> long_connection_driver::live(attempt a, std::string url) {
    auto refused = co_await open(*a, url);
    if (!refused)
        co_return lost(a, std::move(refused).error());
    if (a != current_)
        co_return;
    if (*refused) {
        actions::abort now;
        perform(now);
        machine_.on_refused(clock::now(), **refused);
        co_return act();
    }
    machine_.on_connected(clock::now());
    act();
    while (a == current_) {
        auto const failed = co_await a->socket->read();
        if (failed)
            co_return lost(a, connection_error(a->socket->describe(failed)));
        if (a != current_)
            co_return;
        machine_.on_message(clock::now(), a->socket->binary(), a->socket->message());
        act();
    }
}

FEISHU_DECL boost::asio::awaitable<result<std::optional<handshake_refusal>>>
long_connection_driver::open(long_connection_attempt& a, std::string const& url) {
    auto const to = http::parse_web_socket_url(url);
    if (!to)
        co_return to.error();
    auto where = http::detail::make_endpoint_config(to->server, app_.network);
    if (!where)
        co_return std::move(where).error();
    a.where = std::move(*where);
    a.connector = std::make_shared<http::detail::connector>(context_.get_executor(), a.where);
    auto made = co_await a.connector->run(http::detail::time_limit::in(params_.connect_timeout));
    a.connector.reset();
    if (!made)
        co_return std::move(made).error();
    a.socket = std::make_unique<http::detail::web_socket>(std::move(*made), params_.max_message_bytes,
                                                          a.where.user_agent);
    http::detail::web_socket::upgrade_response response;
    auto const failed = co_await a.socket->handshake(*to, response);
    if (failed == boost::beast::websocket::error::upgrade_declined)
        co_return std::optional(refusal_in(response));
    if (failed)
        co_return connection_error(a.socket->describe(failed));
    co_return std::optional<handshake_refusal>();
}

FEISHU_DECL void long_connection_driver::keep_writing() {
    if (current_ && !std::exchange(current_->writing, true))
        spawn(current_, current_->end_write, write(current_));
}

FEISHU_DECL boost::asio::awaitable<void> long_connection_driver::write(attempt a) {
    while (!a->outgoing.empty()) {
        auto const bytes = std::move(a->outgoing.front());
        a->outgoing.pop_front();
        auto const failed = co_await a->socket->write(bytes);
        if (failed)
            co_return lost(a, connection_error(a->socket->describe(failed)));
        if (a != current_)
            co_return;
        machine_.on_sent();
        act();
    }
    a->writing = false;
    if (!a->closing)
        co_return;
    co_await a->socket->close();
    lost(a, connection_error("closed"));
}

} // namespace feishu::detail
