#pragma once

#include <exception>

#include <feishu/http/impl/serial_executor.hpp>

namespace feishu::http::detail {

FEISHU_DECL asio::execution_context& serial_executor::query(asio::execution::context_t) const noexcept {
    return asio::query(inner_, asio::execution::context);
}

FEISHU_DECL serial_executor serial_executor::require(asio::execution::blocking_t::never_t) const {
    return with(inner_, true);
}

FEISHU_DECL serial_executor serial_executor::require(asio::execution::blocking_t::possibly_t) const {
    return with(inner_, false);
}

FEISHU_DECL serial_executor
serial_executor::require(asio::execution::outstanding_work_t::tracked_t tracked) const {
    return with(asio::prefer(inner_, tracked), never_inline_);
}

FEISHU_DECL serial_executor
serial_executor::require(asio::execution::outstanding_work_t::untracked_t untracked) const {
    return with(asio::prefer(inner_, untracked), never_inline_);
}

FEISHU_DECL serial_executor serial_executor::with(asio::any_io_executor inner, bool never_inline) const {
    auto out = *this;
    out.inner_ = std::move(inner);
    out.never_inline_ = never_inline;
    return out;
}

FEISHU_DECL void serial_executor::add(job_ptr one) const {
    if (!queue_->push(std::move(one)))
        return;
    try {
        if (never_inline_)
            asio::require(inner_, asio::execution::blocking.never).execute(turn(queue_));
        else
            inner_.execute(turn(queue_));
    } catch (...) {
        // Asio would terminate if an executor throws; here, throwing counts as dropping the function.
        if (!queue_->dropped())
            throw;
    }
}

// --- turn

FEISHU_DECL serial_executor::turn::~turn() {
    if (queue_)
        queue_->drop_all();
}

FEISHU_DECL void serial_executor::turn::operator()() { std::exchange(queue_, nullptr)->run_all(); }

// --- job_queue

FEISHU_DECL bool serial_executor::job_queue::push(job_ptr one) {
    std::lock_guard const lock(mutex_);
    jobs_.push_back(std::move(one));
    if (std::exchange(scheduled_, true))
        return false;
    dropped_ = false;
    return true;
}

// Null when the queue is empty: from then on, another thread may run what is added.
FEISHU_DECL serial_executor::job_ptr serial_executor::job_queue::pop() {
    std::lock_guard const lock(mutex_);
    if (jobs_.empty()) {
        running_ = std::thread::id();
        scheduled_ = false;
        return nullptr;
    }
    auto out = std::move(jobs_.front());
    jobs_.pop_front();
    return out;
}

FEISHU_DECL void serial_executor::job_queue::run_all() {
    std::exception_ptr thrown;
    running_ = std::this_thread::get_id();
    while (auto next = pop()) {
        try {
            next->run();
            next.reset();
        } catch (...) {
            if (!thrown)
                thrown = std::current_exception();
        }
    }
    if (thrown) // leaves the inner executor after the other functions have run
        std::rethrow_exception(thrown);
}

FEISHU_DECL void serial_executor::job_queue::drop_all() noexcept {
    std::deque<job_ptr> dropped; // destroyed after the lock is released: their destructors may add functions
    std::lock_guard const lock(mutex_);
    dropped.swap(jobs_);
    scheduled_ = false;
    dropped_ = true;
}

FEISHU_DECL bool serial_executor::job_queue::dropped() const {
    std::lock_guard const lock(mutex_);
    return dropped_;
}

} // namespace feishu::http::detail
