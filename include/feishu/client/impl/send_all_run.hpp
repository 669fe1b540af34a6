#pragma once
// send_all_run: the driver of a send_all. Threads perform the actions of send_all_machine.

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include <feishu/client/impl/send_all_journal.hpp>
#include <feishu/client/impl/send_all_machine.hpp>
#include <feishu/client/send_all_options.hpp>
#include <feishu/core/clock.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::detail {

/// One run. The calling thread calls the progress callback, renews the lease, and watches the time.
class send_all_run {
public:
    struct input {
        feishu::client const& client;
        client_config const& config;
        receivers const& to;
        send_all_content const& content;
        send_all_options const& options;
        send_all_plan const& plan;
        std::string sequence{}; ///< of the uuids: the journal, or a random one
        std::string owner{};    ///< this run
        std::string content_digest{};
        send_all_journal* journal = nullptr; ///< null: none
    };

    /// All that `in` refers to outlives the run.
    FEISHU_DECL explicit send_all_run(input in);

    /// Reads the journal. True if there is nothing left to send.
    FEISHU_DECL result<bool> load();
    FEISHU_DECL send_all_report run();
    FEISHU_DECL send_all_report report() const;
    /// Waits; false if it is canceled or its time is over. Zero only asks.
    FEISHU_DECL bool wait(std::chrono::milliseconds time);

private:
    FEISHU_DECL void work();
    FEISHU_DECL void perform(std::unique_lock<std::mutex>& lock, send_all_action const& action);
    FEISHU_DECL result<void> send(send_all_actions::send_one const& one) const;
    FEISHU_DECL result<batch_outcome> send(send_all_actions::send_batch const& part) const;
    FEISHU_DECL result<verification> verify(send_all_actions::verify const& what);
    FEISHU_DECL void watch();
    FEISHU_DECL bool watch_once(std::unique_lock<std::mutex>& lock);
    FEISHU_DECL void renew_lease(std::unique_lock<std::mutex>& lock);
    FEISHU_DECL void report_progress(std::unique_lock<std::mutex>& lock);
    FEISHU_DECL std::optional<error> must_stop() const;
    FEISHU_DECL send_all_moment now() const;

    input const in_;
    clock::time_point const deadline_;
    mutable std::mutex mutex_; ///< of all below
    std::condition_variable changed_;
    std::condition_variable worked_; ///< for the calling thread
    send_all_machine machine_;
    std::size_t working_ = 0;  ///< threads
    std::size_t reported_ = 0; ///< receivers, to the progress callback
    std::chrono::steady_clock::time_point lease_expiry_ = (std::chrono::steady_clock::time_point::max)();
};

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/client/impl/send_all_run.ipp>
#endif
