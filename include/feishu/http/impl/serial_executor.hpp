#pragma once
// serial_executor: an executor that runs its functions one after the other on another executor.

#include <atomic>
#include <concepts>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/execution.hpp>
#include <boost/asio/execution_context.hpp>
#include <boost/asio/query.hpp>

#include <feishu/core/impl/macros.hpp>
#include <feishu/http/impl/asio.hpp>

namespace feishu::http::detail {

/// Like a strand, for executors of users, which may drop a function or throw instead of running it. A strand
/// would then keep its queue forever, including suspended coroutines; here the queue is destroyed, which ends
/// them.
class serial_executor {
public:
    // A template because any_io_executor converts from any executor, this class included.
    template <std::same_as<asio::any_io_executor> Executor>
    explicit serial_executor(Executor inner)
        : inner_(std::move(inner)), queue_(std::make_shared<job_queue>()) {}

    template <class Function>
    void execute(Function function) const {
        if (!never_inline_ && queue_->runs_here())
            function();
        else
            add(std::make_unique<job_of<Function>>(std::move(function)));
    }

    // The properties that any_io_executor requires.
    FEISHU_DECL asio::execution_context& query(asio::execution::context_t) const noexcept;
    FEISHU_DECL serial_executor require(asio::execution::blocking_t::never_t) const;
    FEISHU_DECL serial_executor require(asio::execution::blocking_t::possibly_t) const;
    FEISHU_DECL serial_executor require(asio::execution::outstanding_work_t::tracked_t) const;
    FEISHU_DECL serial_executor require(asio::execution::outstanding_work_t::untracked_t) const;

    friend bool operator==(serial_executor const& a, serial_executor const& b) noexcept {
        return a.queue_ == b.queue_ && a.never_inline_ == b.never_inline_ && a.inner_ == b.inner_;
    }

private:
    struct job {
        virtual ~job() = default;
        virtual void run() = 0;
    };
    using job_ptr = std::unique_ptr<job>;

    template <class Function>
    struct job_of final : job {
        explicit job_of(Function f) : function(std::move(f)) {}
        void run() override { std::move(function)(); }
        Function function;
    };

    class job_queue {
    public:
        bool runs_here() const { return running_ == std::this_thread::get_id(); }
        /// True if the queue is not scheduled yet; the caller must then schedule it.
        FEISHU_DECL bool push(job_ptr one);
        FEISHU_DECL void run_all();
        FEISHU_DECL void drop_all() noexcept;
        /// True if the last turn was dropped.
        FEISHU_DECL bool dropped() const;

    private:
        FEISHU_DECL job_ptr pop();

        mutable std::mutex mutex_;
        std::deque<job_ptr> jobs_;
        bool scheduled_ = false;
        bool dropped_ = false;
        std::atomic<std::thread::id> running_{};
    };

    /// The function passed to the inner executor: runs the queue, or drops it if destroyed without having
    /// been called.
    class turn {
    public:
        explicit turn(std::shared_ptr<job_queue> queue) : queue_(std::move(queue)) {}
        turn(turn&&) noexcept = default;
        turn& operator=(turn&&) = delete;
        FEISHU_DECL ~turn();
        FEISHU_DECL void operator()();

    private:
        std::shared_ptr<job_queue> queue_;
    };

    FEISHU_DECL void add(job_ptr one) const;
    FEISHU_DECL serial_executor with(asio::any_io_executor inner, bool never_inline) const;

    asio::any_io_executor inner_;
    std::shared_ptr<job_queue> queue_;
    bool never_inline_ = false;
};

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/serial_executor.ipp>
#endif
