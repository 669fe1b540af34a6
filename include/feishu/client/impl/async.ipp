#pragma once

#include <exception>
#include <memory>
#include <string>
#include <utility>
#include <variant>

#include <boost/asio/associated_cancellation_slot.hpp>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/execution.hpp>
#include <boost/asio/execution_context.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/prefer.hpp>
#include <boost/asio/query.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/system_executor.hpp>
#include <boost/asio/thread_pool.hpp>

#include <feishu/async.hpp>
#include <feishu/client/impl/async_operation.hpp>
#include <feishu/client/impl/client.ipp>
#include <feishu/client/impl/log.hpp>
#include <feishu/client/impl/store_operation.hpp>
#include <feishu/core/impl/guard.hpp>
#include <feishu/http/beast_transport.hpp>
#include <feishu/http/impl/beast_transport.hpp>

namespace feishu::detail {

// On a thread of Asio's system executor, an exception would terminate the program.
inline void complete_call(client_core const& core, boost::asio::any_io_executor const& executor,
                          call_handler done, result<void> outcome) {
    if (executor.target<boost::asio::system_executor>() == nullptr)
        return std::move(done)(std::move(outcome));
    if (auto const thrown = guard([&] { std::move(done)(std::move(outcome)); }))
        log_line(core.config(), log_level::error,
                 "the completion handler of a call threw an exception: " + *thrown);
}

inline std::shared_ptr<http::transport>
make_async_transport(std::shared_ptr<http::detail::transport_config const> network) {
    return std::make_shared<http::detail::beast_transport>(std::move(network));
}

// True if a function may be called at once instead of being dispatched.
inline bool runs_here(boost::asio::any_io_executor const& executor) {
    auto const* io = executor.target<boost::asio::io_context::executor_type>();
    return io != nullptr && io->running_in_this_thread();
}

FEISHU_DECL async_operation::async_operation(std::shared_ptr<client_core> core,
                                             std::shared_ptr<prepared_call> call,
                                             boost::asio::any_io_executor executor, call_handler done)
    : core_(std::move(core)), call_(std::move(call)), executor_(std::move(executor)),
      work_(boost::asio::prefer(executor_, boost::asio::execution::outstanding_work.tracked)),
      serial_(executor_), done_(std::move(done)),
      slot_(boost::asio::get_associated_cancellation_slot(done_)) {}

// Cancellation and the completion of an action must not run at once, and an executor may have several threads.
FEISHU_DECL void async_operation::start() {
    ++initiating_;
    if (slot_.is_connected()) {
        serial_ = boost::asio::make_strand(executor_);
        slot_.assign([weak = weak_from_this()](boost::asio::cancellation_type type) {
            auto const alive = weak.lock();
            if (alive && type != boost::asio::cancellation_type::none)
                boost::asio::post(alive->serial_, [alive] { alive->cancel(); });
        });
        boost::asio::post(serial_, [self = shared_from_this()] { self->advance(); });
    } else {
        advance();
    }
    --initiating_;
}

FEISHU_DECL void async_operation::advance() {
    std::optional<result<void>> outcome;
    try {
        outcome = perform_actions();
    } catch (...) {
        auto e = failure("the call ended with an exception: " + exception_text(std::current_exception()));
        e.may_duplicate = !call_->idempotent;
        outcome = std::move(e);
    }
    if (outcome)
        complete(std::move(*outcome));
}

// Performs actions until one of them is pending, or returns the outcome of the call.
FEISHU_DECL std::optional<result<void>> async_operation::perform_actions() {
    if (!machine_)
        if (auto unusable = make_machine())
            return std::move(*unusable);
    for (;;) {
        if (canceled_)
            machine_->cancel(core_->now());
        auto const action = machine_->next(core_->now());
        if (auto const* send = std::get_if<actions::exchange>(&action)) {
            exchange(*send);
            return std::nullopt;
        }
        if (auto const* use = std::get_if<actions::use_store>(&action)) {
            use_store(*use);
            return std::nullopt;
        }
        auto const* wait_for = std::get_if<actions::wait>(&action);
        if (wait_for == nullptr)
            return machine_->outcome();
        if (wait(wait_for->timeout))
            return std::nullopt;
    }
}

FEISHU_DECL std::optional<error> async_operation::make_machine() {
    auto const transport = core_->async_transport_for(*call_, &make_async_transport);
    if (!transport)
        return unsent(*core_, *call_->spec, call_->traceparent(), transport.error());
    transport_ = *transport;
    if (transport_ == nullptr) {
        auto e = failure("client_config::transport has no asynchronous side");
        e.kind = error_kind::validation;
        e.may_have_executed = false;
        return unsent(*core_, *call_->spec, call_->traceparent(), std::move(e));
    }
    machine_.emplace(core_->config(), core_->tokens(), core_->limits(), *call_, core_->deadline(*call_),
                     [this] { notify(); });
    return std::nullopt;
}

// --- exchanges

struct async_operation::exchange_handler {
    using cancellation_slot_type = boost::asio::cancellation_slot;

    cancellation_slot_type get_cancellation_slot() const noexcept {
        return self->slot_.is_connected() ? self->cancel_exchange_.slot() : cancellation_slot_type();
    }
    void operator()(result<void> outcome) { self->on_exchange(number, std::move(outcome)); }

    std::shared_ptr<async_operation> self;
    unsigned number;
};

FEISHU_DECL void async_operation::exchange(actions::exchange const& action) {
    auto const number = ++exchanges_;
    pending_exchange_ = number;
    ++initiating_;
    auto const thrown = guard([&] {
        transport_->async_exchange(*action.request, *action.sink, action.options, serial_,
                                   exchange_handler{shared_from_this(), number});
    });
    --initiating_;
    if (thrown)
        boost::asio::post(serial_, [self = shared_from_this(), number, failed = transport_threw(*thrown)] {
            self->on_exchange(number, failed);
        });
}

// A transport that throws may complete the exchange as well.
FEISHU_DECL void async_operation::on_exchange(unsigned number, result<void> outcome) {
    if (!pending_exchange_.compare_exchange_strong(number, 0))
        return;
    machine_->on_exchange(std::move(outcome), core_->now());
    advance();
}

// --- the store

// A thread of an execution context for functions that block. The context waits for the one that runs when it is destroyed.
class store_thread final : public boost::asio::execution_context::service {
public:
    using key_type = store_thread;
    inline static boost::asio::execution_context::id id;

    explicit store_thread(boost::asio::execution_context& context) : service(context) {}

    boost::asio::thread_pool::executor_type executor() { return thread_.get_executor(); }

private:
    void shutdown() override {
        thread_.stop();
        thread_.join();
    }

    boost::asio::thread_pool thread_{1};
};

FEISHU_DECL void async_operation::use_store(actions::use_store const& action) {
    auto& context = boost::asio::query(executor_, boost::asio::execution::context);
    auto& thread = boost::asio::use_service<store_thread>(context);
    auto operation = action.operation->shared_from_this();
    boost::asio::post(thread.executor(),
                      [self = shared_from_this(), operation = std::move(operation)]() mutable {
                          operation->run();
                          auto const serial = self->serial_;
                          boost::asio::post(serial, [self = std::move(self)] { self->advance(); });
                      });
}

// --- waiting

// False if there is nothing to wait for any more.
FEISHU_DECL bool async_operation::wait(std::chrono::milliseconds timeout) {
    std::lock_guard const lock(mutex_);
    if (std::exchange(notified_, false))
        return false;
    waiting_ = true;
    if (!timer_)
        timer_.emplace(serial_);
    timer_->expires_after(timeout);
    timer_->async_wait([self = shared_from_this()](boost::system::error_code canceled) {
        if (!canceled)
            self->stop_waiting(false);
    });
    return true;
}

FEISHU_DECL void async_operation::stop_waiting(bool notified) {
    {
        std::lock_guard const lock(mutex_);
        if (!std::exchange(waiting_, false)) {
            notified_ = notified_ || notified;
            return;
        }
        timer_->cancel();
    }
    advance();
}

// Called on any thread. What is posted does not own the operation: it may be destroyed as late as the context.
FEISHU_DECL void async_operation::notify() {
    boost::asio::post(serial_, [weak = weak_from_this()] {
        if (auto const alive = weak.lock())
            alive->stop_waiting(true);
    });
}

// --- ending

FEISHU_DECL void async_operation::cancel() {
    canceled_ = true;
    if (pending_exchange_ == 0)
        return stop_waiting(true);
    if (!machine_->must_finish_exchange())
        return cancel_exchange_.emit(boost::asio::cancellation_type::terminal);
    machine_->cancel(core_->now());
    complete(machine_->outcome());
}

FEISHU_DECL error async_operation::failure(std::string message) const {
    error e;
    e.endpoint = call_->spec->id;
    e.message = std::move(message);
    return e;
}

FEISHU_DECL void async_operation::complete(result<void> outcome) {
    if (completed_.exchange(true))
        return; // ended by an exception after an exchange had been started
    bool const initiating = initiating_ != 0;
    if (!initiating && runs_here(executor_))
        return complete_call(*core_, executor_, std::move(done_), std::move(outcome));
    auto finish = [self = shared_from_this(), outcome = std::move(outcome)]() mutable {
        complete_call(*self->core_, self->executor_, std::move(self->done_), std::move(outcome));
    };
    if (initiating)
        boost::asio::post(executor_, std::move(finish));
    else
        boost::asio::dispatch(executor_, std::move(finish));
}

// --- for async.hpp

FEISHU_DECL void async_fail(std::shared_ptr<client_core> core, boost::asio::any_io_executor executor,
                            call_handler done, error why) {
    auto const where = executor;
    boost::asio::post(where, [core = std::move(core), executor = std::move(executor), done = std::move(done),
                              why = std::move(why)]() mutable {
        complete_call(*core, executor, std::move(done), std::move(why));
    });
}

FEISHU_DECL void async_run(std::shared_ptr<client_core> core, std::shared_ptr<prepared_call> call,
                           boost::asio::any_io_executor executor, call_handler done) {
    std::make_shared<async_operation>(std::move(core), std::move(call), std::move(executor), std::move(done))
        ->start();
}

} // namespace feishu::detail
