#pragma once
// blocking_signal: lets a thread wait until another one notifies it.

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <utility>

namespace feishu::detail {

class blocking_signal {
public:
    /// May be called on any thread.
    void notify() {
        std::lock_guard const lock(mutex_);
        notified_ = true;
        changed_.notify_all();
    }

    /// Returns if notified, now or since the last wait, or after `timeout`.
    void wait(std::chrono::milliseconds timeout) {
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, timeout, [this] { return notified_; });
        notified_ = false;
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    bool notified_ = false;
};

} // namespace feishu::detail
