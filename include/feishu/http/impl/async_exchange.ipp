#pragma once

#include <algorithm>
#include <utility>

#include <boost/asio/associated_cancellation_slot.hpp>
#include <boost/asio/associated_executor.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/cancellation_type.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/execution.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/prefer.hpp>

#include <feishu/http/impl/async_exchange.hpp>
#include <feishu/http/impl/serial_executor.hpp>

namespace feishu::http::detail {

using native_executor = asio::io_context::executor_type;

// --- turns

template <class Function>
void async_exchange::run_turn(Function& function) {
    ++turns_;
    {
        std::lock_guard const lock(mutex_);
        function();
    }
    finish();
}

/// The executor of the exchange's handlers: the user's executor and the mutex. If the user's executor throws instead
/// of running a function, it counts as having dropped the function; what a function throws leaves the executor.
/// Does not own the exchange.
class async_exchange::turn_executor {
public:
    explicit turn_executor(std::weak_ptr<async_exchange> owner) : owner_(std::move(owner)) {}

    template <class Function>
    void execute(Function function) const {
        auto const owner = owner_.lock();
        if (!owner)
            return;
        auto turn = [owner, function = std::move(function)]() mutable { owner->run_turn(function); };
        auto const turns = owner->turns_.load();
        try {
            if (auto const* native = owner->executor_.template target<native_executor>())
                native->execute(std::move(turn)); // the same without type erasure
            else
                owner->executor_.execute(std::move(turn));
        } catch (...) {
            if (turns != owner->turns_)
                throw;
        }
    }
    friend bool operator==(turn_executor const& a, turn_executor const& b) noexcept {
        return !a.owner_.owner_before(b.owner_) && !b.owner_.owner_before(a.owner_);
    }

private:
    std::weak_ptr<async_exchange> owner_;
};

/// The handler of a read or a write.
struct async_exchange::io_handler {
    using executor_type = turn_executor;
    using allocator_type = operation_allocator<>;

    executor_type get_executor() const noexcept { return turn_executor(owner); }
    allocator_type get_allocator() const noexcept { return allocator_type(owner->memory_); }
    void operator()(error_code failed, std::size_t bytes) {
        if (owner->limits_transfers())
            owner->last_transfer_ = steady_clock::now();
        try {
            (owner->machine_.*report)({failed, bytes});
        } catch (...) {
            owner->machine_.on_exception(std::current_exception());
        }
        owner->advance();
    }

    std::shared_ptr<async_exchange> owner;
    void (exchange_machine::*report)(io_progress const&);
};

/// The handler of the timer.
struct async_exchange::timeout_handler {
    using executor_type = turn_executor;

    executor_type get_executor() const noexcept { return turn_executor(owner); }
    void operator()(error_code stopped) const {
        auto const alive = owner.lock();
        if (alive && !stopped)
            alive->on_timer();
    }

    std::weak_ptr<async_exchange> owner;
};

// --- start and end

FEISHU_DECL async_exchange::async_exchange(std::shared_ptr<transport_config const> config,
                                           std::shared_ptr<idle_asio_list> idle,
                                           asio::any_io_executor executor, request const& req,
                                           response_sink& sink, exchange_options const& options)
    : config_(std::move(config)), idle_(std::move(idle)), executor_(std::move(executor)),
      target_(config_->of(req.host)), limit_(time_limit::in(options.timeout)),
      machine_(target_, config_->keep_alive(), req, sink, options), timer_(executor_) {}

FEISHU_DECL void async_exchange::start(async_transport::handler& done) {
    auto const* const native = executor_.target<native_executor>();
    // A native executor needs no memory as the default.
    completion_executor_ = native != nullptr ? asio::get_associated_executor(done, *native)
                                             : asio::get_associated_executor(done, executor_);
    auto const* const target = completion_executor_.target<native_executor>();
    if (native == nullptr || target == nullptr || *target != *native)
        completion_executor_ = asio::prefer(completion_executor_, asio::execution::outstanding_work.tracked);
    auto slot = asio::get_associated_cancellation_slot(done);
    std::unique_lock lock(mutex_);
    if (slot.is_connected())
        slot.assign([weak = weak_from_this()](asio::cancellation_type type) {
            auto const alive = weak.lock();
            if (alive && type != asio::cancellation_type::none)
                alive->interrupt(interruption::canceled);
        });
    if (limit_.at <= steady_clock::now())
        machine_.interrupt(interruption::timeout);
    else
        set_timeout();
    done_.swap(done);
    advance();
    if (ended_)
        asio::post(executor_, [self = shared_from_this()] { self->finish(); });
}

// Called without the mutex.
FEISHU_DECL void async_exchange::finish() {
    async_transport::handler done;
    {
        std::lock_guard const lock(mutex_);
        if (!ended_ || !done_)
            return;
        done.swap(done_);
    }
    auto const* const native = completion_executor_.target<native_executor>();
    if (native != nullptr && native->running_in_this_thread())
        return std::move(done)(machine_.outcome());
    asio::dispatch(completion_executor_, [done = std::move(done), outcome = machine_.outcome()]() mutable {
        std::move(done)(std::move(outcome));
    });
}

// --- actions; under the mutex

// Performs actions until one of them is pending.
FEISHU_DECL void async_exchange::advance() {
    for (bool pending = false; !pending;) {
        try {
            pending = perform_action();
        } catch (...) {
            machine_.on_exception(std::current_exception());
        }
    }
}

FEISHU_DECL bool async_exchange::perform_action() {
    switch (machine_.next()) {
    case exchange_action::connect: return connect();
    case exchange_action::send: return send();
    case exchange_action::receive: receive(); return true;
    case exchange_action::done: break;
    }
    end();
    return true;
}

FEISHU_DECL bool async_exchange::connect() {
    connection_.reset();
    first_write_ = true;
    if (machine_.may_reuse())
        connection_ = idle_->take();
    if (!connection_) {
        open_connection();
        return true;
    }
    machine_.on_connected(connection_->buffers, true);
    return false;
}

FEISHU_DECL void async_exchange::open_connection() {
    timer_.cancel();
    serial_ = asio::any_io_executor(serial_executor(executor_));
    connector_ = std::make_shared<connector>(serial_, executor_, target_);
    asio::co_spawn(
        serial_, connector_->run(limit_),
        [self = shared_from_this()](std::exception_ptr thrown, result<std::unique_ptr<connection>> opened) {
            auto turn = [&] { self->on_opened(thrown, std::move(opened)); };
            self->run_turn(turn);
        });
}

FEISHU_DECL void async_exchange::on_opened(std::exception_ptr const& thrown,
                                           result<std::unique_ptr<connection>> opened) {
    connector_.reset();
    if (thrown) {
        machine_.on_exception(thrown);
    } else if (!opened) {
        machine_.on_connect_failed(std::move(opened).error());
    } else {
        connection_ = std::move(*opened);
        last_transfer_ = steady_clock::now(); // it has been connecting for a while
        set_timeout();
        try {
            machine_.on_connected(connection_->buffers, false);
        } catch (...) {
            machine_.on_exception(std::current_exception());
        }
    }
    advance();
}

FEISHU_DECL bool async_exchange::send() {
    auto const [first, second] = machine_.unsent();
    auto const data = asio::buffer(first.empty() ? second : first);
    // The usual request is sent at once. The rest of a long one must not keep the thread from other work.
    if (std::exchange(first_write_, false)) {
        auto const progress = connection_->write_now(data);
        if (!would_block(progress.failed)) {
            machine_.on_sent(progress);
            return false;
        }
    }
    connection_->stream().async_write_some(data, io_handler{shared_from_this(), &exchange_machine::on_sent});
    return true;
}

FEISHU_DECL void async_exchange::receive() {
    connection_->stream().async_read_some(machine_.space(),
                                          io_handler{shared_from_this(), &exchange_machine::on_received});
}

FEISHU_DECL void async_exchange::end() {
    timer_.cancel();
    if (auto done = std::move(connection_); done && machine_.reusable())
        idle_->put(std::move(done));
    ended_ = true;
}

// --- interruption

FEISHU_DECL void async_exchange::set_timeout() {
    auto at = (std::min)(limit_.at, transfer_limit());
    // Neither transfers nor the end of the request move the timer, so it may be too early.
    if (auto const first_byte = machine_.options().first_byte_timeout; first_byte != (std::chrono::milliseconds::max)())
        at = (std::min)(at, time_limit::in(first_byte).at);
    timer_.expires_at(at);
    timer_.async_wait(timeout_handler{weak_from_this()});
}

FEISHU_DECL steady_clock::time_point async_exchange::transfer_limit() const {
    return feishu::detail::saturating_deadline(last_transfer_, machine_.transfer_timeout());
}

FEISHU_DECL bool async_exchange::limits_transfers() const {
    constexpr auto never = (std::chrono::milliseconds::max)();
    return machine_.options().idle_timeout != never || machine_.options().first_byte_timeout != never;
}

// It may have been set again meanwhile.
FEISHU_DECL void async_exchange::on_timer() {
    auto const now = steady_clock::now();
    if (now >= limit_.at)
        interrupt(interruption::timeout);
    else if (now >= transfer_limit())
        interrupt(interruption::idle);
    else if (now >= timer_.expiry())
        set_timeout();
}

// Makes the pending action fail.
FEISHU_DECL void async_exchange::interrupt(interruption why) {
    std::lock_guard const lock(mutex_);
    if (ended_)
        return;
    if (connector_ && why != interruption::canceled)
        return; // it has a deadline itself
    machine_.interrupt(why);
    if (connector_)
        asio::dispatch(serial_, [stopped = connector_] { stopped->cancel(); });
    if (connection_)
        connection_->close();
}

} // namespace feishu::http::detail
