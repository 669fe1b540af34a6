#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <random>
#include <string>
#include <thread>
#include <utility>
#include <variant>

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include <feishu/client/impl/client_core.hpp>
#include <feishu/event/event_dispatcher.hpp>
#include <feishu/event/impl/long_connection_machine.hpp>
#include <feishu/http/async_transport.hpp>
#include <feishu/http/impl/connector.hpp>
#include <feishu/http/impl/web_socket.hpp>
#include <feishu/json/write.hpp>

namespace feishu::detail {

/// The question for an address, and its answer as it arrives.
struct long_connection_question : http::response_sink {
    explicit long_connection_question(client_config const& config) {
        request.method = verb::post;
        request.target = "/callback/ws/endpoint";
        request.headers = {{"Content-Type", "application/json; charset=utf-8"}, {"locale", "zh"}};
        request.body = json::to_string(
            long_connection_wire::question{.AppID = config.app_id.str(), .AppSecret = config.app_secret});
    }
    bool on_head(http::response_head const& head) override {
        answer.status = head.status;
        return true;
    }
    bool on_body(std::string_view chunk) override {
        answer.body += chunk;
        return true;
    }

    http::request request{};
    discovery_answer answer{};
};

/// One attempt: the question for an address, then the connection. Ends when the driver has another one, or none.
struct long_connection_attempt {
    /// Makes everything that is under way fail.
    void end() {
        question.emit(boost::asio::cancellation_type::all);
        if (connector)
            connector->cancel();
        if (socket)
            socket->abort();
        // A closed socket wakes whoever waits for it. Operations of Beast wait for one another, too.
        end_live.emit(boost::asio::cancellation_type::terminal);
        end_write.emit(boost::asio::cancellation_type::terminal);
    }

    boost::asio::cancellation_signal question{};
    boost::asio::cancellation_signal end_live{};
    boost::asio::cancellation_signal end_write{};
    http::detail::endpoint_config where{};
    std::shared_ptr<http::detail::connector> connector{}; ///< while it connects
    std::unique_ptr<http::detail::web_socket> socket{};
    std::deque<std::string> outgoing{};
    bool writing = false;
    bool closing = false; ///< once all is sent
};

/// Does what the machine says, on one thread. Handlers run on the dispatcher's.
class long_connection_driver : public std::enable_shared_from_this<long_connection_driver> {
public:
    long_connection_driver(std::shared_ptr<client_core> core, event_dispatcher& on,
                           long_connection_params params)
        : core_(std::move(core)), on_(on), params_(std::move(params)),
          machine_(params_, params_.seed ? *params_.seed : std::random_device()()) {}
    ~long_connection_driver() {
        if (thread_.joinable())
            thread_.join();
    }

    /// On the calling thread, unless it runs already; waits for the end.
    result<void> run() {
        if (claim())
            work();
        return wait();
    }

    void start() {
        if (claim())
            thread_ = std::thread([this] { work(); });
    }

    void stop() {
        boost::asio::post(context_, [this] {
            machine_.stop(clock::now());
            act();
        });
        if (claim()) // it never ran, and never will
            work();
    }

    result<void> wait() {
        std::unique_lock lock(mutex_);
        ended_.wait(lock, [&] { return outcome_.has_value(); });
        return *outcome_;
    }

    long_connection_state state() const {
        std::lock_guard const lock(mutex_);
        return state_;
    }

private:
    using attempt = std::shared_ptr<long_connection_attempt>;
    using clock = std::chrono::steady_clock;
    template <class T>
    using awaitable = boost::asio::awaitable<T>;

    /// True for the one caller who is to do the work.
    bool claim() {
        std::lock_guard const lock(mutex_);
        return !std::exchange(claimed_, true);
    }

    void work() {
        std::optional<error> failed;
        try {
            boost::asio::post(context_, [this] {
                machine_.start(clock::now());
                act();
            });
            context_.run();
            if (machine_.state().status == long_connection_status::failed)
                failed = machine_.state().why;
        } catch (std::exception const& e) {
            failed = connection_error(std::string("exception: ") + e.what());
        }
        std::lock_guard const lock(mutex_);
        outcome_ = failed ? result<void>(*failed) : result<void>();
        state_.status = failed ? long_connection_status::failed : long_connection_status::stopped;
        state_.why = std::move(failed);
        ended_.notify_all();
    }

    static error connection_error(std::string message) {
        return error{.message = "long connection: " + std::move(message), .endpoint = "long_connection"};
    }

    // --- what the machine wants

    /// Called after each input. What it does may be an input at once: the outer call sees to that.
    void act() {
        if (acting_)
            return;
        auto const over = [](bool* acting) { *acting = false; };
        std::unique_ptr<bool, decltype(over)> const guard(&(acting_ = true), over);
        for (auto actions = machine_.take_actions(); !actions.empty(); actions = machine_.take_actions())
            for (auto& action : actions)
                std::visit([this](auto& what) { perform(what); }, action);
        arm();
    }

    void arm() {
        auto const wake = machine_.wake();
        if (wake == clock::time_point::max()) {
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

    void perform(to_do::discover&) {
        current_ = std::make_shared<long_connection_attempt>();
        auto const ask = std::make_shared<long_connection_question>(core_->config());
        auto answered = [this, ask, a = current_](result<void> done) {
            if (a != current_)
                return;
            machine_.on_discovered(clock::now(), done ? result<discovery_answer>(ask->answer) : done.error());
            act();
        };
        auto const& transport = core_->transport();
        if (!transport) {
            boost::asio::post(context_, [answered, e = transport.error()] { answered(e); });
            return;
        }
        http::exchange_options const limits{.timeout = params_.connect_timeout,
                                            .max_response_bytes = 1u << 20};
        if (auto* const async = (*transport)->async())
            async->async_exchange(ask->request, *ask, limits, context_.get_executor(),
                                  boost::asio::bind_cancellation_slot(current_->question.slot(), answered));
        else
            boost::asio::post(context_, [answered, ask, limits, network = *transport] {
                answered(network->exchange(ask->request, *ask, limits));
            });
    }

    void perform(to_do::connect& to) {
        spawn(current_, current_->end_live, live(current_, std::move(to.url)));
    }

    // The connection may have been lost by what was done just before.

    void perform(to_do::send& what) {
        if (current_)
            current_->outgoing.push_back(std::move(what.bytes));
        keep_writing();
    }

    void perform(to_do::close&) {
        if (current_)
            current_->closing = true;
        keep_writing();
    }

    void perform(to_do::drop&) {
        if (auto const a = std::exchange(current_, nullptr))
            a->end();
    }

    void perform(to_do::deliver& what) {
        auto answer = [weak = weak_from_this(), ticket = what.ticket](event_response const& given) {
            auto const self = weak.lock();
            if (!self)
                return;
            auto const handled = given.outcome == event_outcome::done;
            boost::asio::post(self->context_, [here = self.get(), ticket, handled, body = given.body] {
                here->machine_.on_answer(clock::now(), ticket, handled, body);
                here->act();
            });
        };
        on_.deliver(std::move(what.json), std::move(answer));
    }

    void perform(to_do::tell& what) {
        {
            std::lock_guard const lock(mutex_);
            state_ = what.state;
        }
        try {
            if (params_.on_status)
                params_.on_status(what.state);
        } catch (std::exception const& e) {
            on_.log(std::string("long connection: on_status threw: ") + e.what());
        }
    }

    void perform(to_do::log& what) { on_.log(what.line); }

    // --- the connection

    void spawn(attempt a, boost::asio::cancellation_signal& end, awaitable<void> job) {
        auto ended = [this, a = std::move(a)](std::exception_ptr failed) {
            if (failed)
                lost(a, connection_error("exception"));
        };
        boost::asio::co_spawn(context_, std::move(job),
                              boost::asio::bind_cancellation_slot(end.slot(), std::move(ended)));
    }

    /// The attempt has ended by itself.
    void lost(attempt const& a, error why) {
        if (a != current_)
            return;
        perform(drop_);
        machine_.on_lost(clock::now(), std::move(why));
        act();
    }

    /// From connecting to the end of the connection.
    awaitable<void> live(attempt a, std::string url) {
        auto refused = co_await open(*a, url);
        if (!refused)
            co_return lost(a, std::move(refused).error());
        if (a != current_)
            co_return;
        if (*refused) {
            perform(drop_);
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

    /// The answer of a server that does not want a WebSocket, or nothing.
    awaitable<result<std::optional<handshake_refusal>>> open(long_connection_attempt& a,
                                                             std::string const& url) {
        auto const& config = core_->config();
        auto const to = http::parse_web_socket_url(url);
        if (!to)
            co_return to.error();
        http::transport_params way;
        way.ca_file = config.ca_file;
        way.ca_pem = config.ca_pem;
        way.proxy = config.proxy;
        auto where = http::detail::make_endpoint_config(to->server, way);
        if (!where)
            co_return std::move(where).error();
        a.where = std::move(*where);
        a.connector = std::make_shared<http::detail::connector>(context_.get_executor(), a.where);
        auto made = co_await a.connector->run(http::detail::time_limit::in(config.connect_timeout));
        a.connector.reset();
        if (!made)
            co_return std::move(made).error();
        a.socket = std::make_unique<http::detail::web_socket>(std::move(*made), params_.max_message_bytes,
                                                              a.where.user_agent);
        http::detail::web_socket::upgrade_response answer;
        auto const failed = co_await a.socket->handshake(*to, answer);
        if (failed == boost::beast::websocket::error::upgrade_declined)
            co_return std::optional(refusal_in(answer));
        if (failed)
            co_return connection_error(a.socket->describe(failed));
        co_return std::optional<handshake_refusal>();
    }

    static handshake_refusal refusal_in(http::detail::web_socket::upgrade_response const& answer) {
        auto const header = [&](char const* name) { return std::string(answer[name]); };
        return {.http_status = static_cast<int>(answer.result_int()),
                .status = header("Handshake-Status"),
                .message = header("Handshake-Msg"),
                .auth_code = header("Handshake-Autherrcode")};
    }

    void keep_writing() {
        if (current_ && !std::exchange(current_->writing, true))
            spawn(current_, current_->end_write, write(current_));
    }

    awaitable<void> write(attempt a) {
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

    std::shared_ptr<client_core> core_;
    event_dispatcher& on_;
    long_connection_params const params_;
    // Of the thread that works:
    long_connection_machine machine_;
    bool acting_ = false;
    to_do::drop drop_{};
    boost::asio::io_context context_{1};
    boost::asio::steady_timer timer_{context_};
    attempt current_{};
    // Of all threads:
    mutable std::mutex mutex_;
    std::condition_variable ended_;
    bool claimed_ = false;
    std::optional<result<void>> outcome_{};
    long_connection_state state_{};
    std::thread thread_;
};

} // namespace feishu::detail
