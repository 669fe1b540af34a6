#pragma once
// async_operation: the asynchronous driver of a call. It performs the actions of call_machine.

#include <atomic>
#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/steady_timer.hpp>

#include <feishu/client/impl/call_handler.hpp>
#include <feishu/client/impl/call_machine.hpp>
#include <feishu/client/impl/client_core.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/http/async_transport.hpp>

namespace feishu::detail {

/// It has no coroutine and, unless it can be canceled, no strand: at most one action is pending, and its completion
/// performs the next one. Whatever is pending owns the operation, so it is destroyed with a destroyed context.
class async_operation : public std::enable_shared_from_this<async_operation> {
public:
    /// `done` is called on `executor`.
    FEISHU_DECL async_operation(std::shared_ptr<client_core> core, std::shared_ptr<prepared_call> call,
                                boost::asio::any_io_executor executor, call_handler done);

    /// Starts the call. It completes later, even if it is invalid.
    FEISHU_DECL void start();

private:
    struct exchange_handler;

    FEISHU_DECL void advance();
    FEISHU_DECL std::optional<result<void>> perform_actions();
    FEISHU_DECL std::optional<error> make_machine();
    FEISHU_DECL void exchange(actions::exchange const& action);
    FEISHU_DECL void on_exchange(unsigned number, result<void> outcome);
    FEISHU_DECL void use_store(actions::use_store const& action);
    FEISHU_DECL bool wait(std::chrono::milliseconds timeout);
    FEISHU_DECL void stop_waiting(bool notified);
    FEISHU_DECL void notify();
    FEISHU_DECL void cancel();
    FEISHU_DECL void complete(result<void> outcome);
    FEISHU_DECL error failure(std::string message) const;

    std::shared_ptr<client_core> core_;
    std::shared_ptr<prepared_call> call_;
    boost::asio::any_io_executor executor_;
    boost::asio::any_io_executor work_; ///< keeps the context of `executor_` running
    boost::asio::any_io_executor serial_; ///< `executor_`, or a strand on it if the call can be canceled
    call_handler done_;
    boost::asio::cancellation_slot slot_; ///< of `done_`
    http::async_transport* transport_ = nullptr;
    /// Functions being called that must not complete the call before they return.
    std::atomic<int> initiating_ = 0;
    std::atomic<bool> completed_ = false;
    bool canceled_ = false;
    boost::asio::cancellation_signal cancel_exchange_{};
    unsigned exchanges_ = 0;
    std::atomic<unsigned> pending_exchange_ = 0; ///< its number; 0 for none

    std::mutex mutex_; ///< of all below
    bool waiting_ = false;
    bool notified_ = false;
    std::optional<boost::asio::steady_timer> timer_{};

    std::optional<call_machine> machine_{}; // last: its destruction ends notifications
};

} // namespace feishu::detail
