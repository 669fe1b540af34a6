#pragma once
// long_connection_driver: performs the actions of a long_connection_machine on one thread. Handlers run on
// the dispatcher's threads.

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>

#include <feishu/auth/app_connection.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/event/event_dispatcher.hpp>
#include <feishu/event/impl/long_connection_machine.hpp>
#include <feishu/http/impl/connector.hpp>
#include <feishu/http/impl/web_socket.hpp>

namespace feishu::detail {

/// One attempt: endpoint discovery, then the connection. It has ended when it is no longer the driver's
/// `current_`.
struct long_connection_attempt {
    /// Cancels every operation in progress.
    FEISHU_DECL void abort();

    boost::asio::cancellation_signal discovery{};
    boost::asio::cancellation_signal end_live{};
    boost::asio::cancellation_signal end_write{};
    http::detail::endpoint_config where{};
    std::shared_ptr<http::detail::connector> connector{}; ///< while it connects
    std::unique_ptr<http::detail::web_socket> socket{};
    std::deque<std::string> outgoing{};
    bool writing = false;
    bool closing = false; ///< close once everything is sent
};

class long_connection_driver : public std::enable_shared_from_this<long_connection_driver> {
public:
    FEISHU_DECL long_connection_driver(auth::app_connection app, event_dispatcher& on,
                                       long_connection_params params);
    FEISHU_DECL ~long_connection_driver();

    /// Runs on the calling thread, unless it runs already; returns at the end of the connection.
    FEISHU_DECL result<void> run();
    FEISHU_DECL void start();
    FEISHU_DECL void stop();
    FEISHU_DECL result<void> wait();
    FEISHU_DECL long_connection_state state() const;

private:
    using attempt = std::shared_ptr<long_connection_attempt>;
    using clock = std::chrono::steady_clock;
    template <class T>
    using awaitable = boost::asio::awaitable<T>;

    /// True for the first caller, which has to call `work`.
    FEISHU_DECL bool claim();
    FEISHU_DECL void work();
    FEISHU_DECL void run_context();
    FEISHU_DECL void watch_signals();

    // The machine's actions. `act` is called after each input. An action may cause the next input
    // immediately; the outermost call of `act` then performs the resulting actions.
    FEISHU_DECL void act();
    FEISHU_DECL void arm();
    FEISHU_DECL void perform(actions::discover&);
    FEISHU_DECL void perform(actions::connect& to);
    FEISHU_DECL void perform(actions::send& what);
    FEISHU_DECL void perform(actions::deliver& what);
    FEISHU_DECL void perform(actions::close&);
    FEISHU_DECL void perform(actions::abort&);
    FEISHU_DECL void perform(actions::notify_status& what);
    FEISHU_DECL void perform(actions::log& what);

    // The connection.
    FEISHU_DECL void spawn(attempt a, boost::asio::cancellation_signal& end, awaitable<void> job);
    /// The attempt has failed.
    FEISHU_DECL void lost(attempt const& a, error why);
    /// Connects, and reads until the connection ends.
    FEISHU_DECL awaitable<void> live(attempt a, std::string url);
    /// Connects and performs the handshake; returns the server's refusal, if any.
    FEISHU_DECL awaitable<result<std::optional<handshake_refusal>>> open(long_connection_attempt& a,
                                                                         std::string const& url);
    FEISHU_DECL void keep_writing();
    FEISHU_DECL awaitable<void> write(attempt a);

    auth::app_connection const app_;
    result<std::shared_ptr<http::transport>> const transport_; ///< for endpoint discovery
    event_dispatcher& on_;
    long_connection_params const params_;
    // Used only by the thread that runs the connection:
    long_connection_machine machine_;
    bool acting_ = false;
    boost::asio::io_context context_{1};
    boost::asio::steady_timer timer_{context_};
    boost::asio::signal_set signals_{context_};
    attempt current_{};
    // Used by all threads:
    mutable std::mutex mutex_;
    std::condition_variable ended_;
    bool claimed_ = false;
    std::optional<result<void>> outcome_{};
    long_connection_state state_{};
    std::thread thread_;
};

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/event/impl/long_connection_driver.ipp>
#endif
