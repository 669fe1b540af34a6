#pragma once
// inbox_driver: performs the actions of an inbox_machine with a store, on its own threads, for a dispatcher.

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <feishu/core/clock.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/event/impl/event_threads.hpp>
#include <feishu/event/impl/inbox_log.hpp>
#include <feishu/event/impl/inbox_machine.hpp>
#include <feishu/event/impl/inbox_service.hpp>

namespace feishu::detail {

class inbox_driver final : public inbox_service, public std::enable_shared_from_this<inbox_driver> {
public:
    FEISHU_DECL inbox_driver(inbox_params params, inbox_host& host, std::shared_ptr<feishu::clock> time,
                             bool has_timer, unsigned handler_threads);

    FEISHU_DECL void start() override;
    FEISHU_DECL void append(std::uint64_t ticket, std::string const& key, std::string const& json) override;
    FEISHU_DECL entry_verdict handled(std::uint64_t entry, detail::handled const& outcome) override;
    FEISHU_DECL void check_deadlines() override;
    FEISHU_DECL void stop_taking() override;
    FEISHU_DECL bool flush(std::chrono::milliseconds at_most) override;
    FEISHU_DECL void close() override;

private:
    using time_point = clock::time_point;

    /// Appends the next event of `appends_`.
    struct append_job {
        unsigned partition = 0;
    };
    /// Events to be appended.
    struct append_queue {
        std::deque<std::uint64_t> tickets{};
        bool busy = false; // with order, one is appended at a time
    };
    using job = std::variant<append_job, inbox_machine::action>;

    struct job_entry {
        std::string json{}; ///< unless `local` has it
        inbox_host::incoming local{};
    };

    void post(std::unique_lock<std::mutex> lock, std::size_t added);
    void post_later(std::unique_lock<std::mutex> lock);
    void run_jobs();
    job_entry entry_of(std::uint64_t entry);
    void run(append_job const& what);
    void append_next(unsigned partition, std::uint64_t ticket);
    void run(inbox_machine::action const& what);
    void run(inbox_actions::acquire const& what);
    void run(inbox_actions::peek const& what);
    void run(inbox_actions::claim const& what);
    void run(inbox_actions::renew const& what);
    void run(inbox_actions::acknowledge const& what);
    void run(inbox_actions::release const& what);
    void run(inbox_actions::yield const& what);
    void run(inbox_actions::run const& what);
    void run(inbox_actions::dead_letter const& what);
    std::vector<inbox_machine::claimed> read(std::vector<log_entry> entries) const;
    unsigned partition_of(std::string const& key, std::string const& json) const;
    bool ordered() const { return log_.params().ordered_by_chat; }
    void note(error const* failed);
    time_point now() const { return clock_->now(); }

    inbox_log log_;
    inbox_host& host_;
    std::shared_ptr<feishu::clock> const clock_;
    bool const has_timer_;
    std::mutex mutex_; // guards the members up to `changed_`
    inbox_machine machine_;
    std::vector<append_queue> appends_; // per partition
    std::deque<job> jobs_;
    std::size_t running_ = 0; // jobs
    bool failing_ = false;    // the last operation of the store has failed
    bool closed_ = false;
    std::condition_variable changed_; // signaled when a job ends
    handler_slots slots_;
    job_threads threads_;
    deadline_thread timer_;
};

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/event/impl/inbox_driver.ipp>
#endif
