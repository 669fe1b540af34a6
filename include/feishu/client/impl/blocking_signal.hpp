#pragma once
// blocking_signal: what a thread waits on until another one notifies it.

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <utility>

namespace feishu::detail {

class blocking_signal {
public:
    /// On any thread.
    void notify() {
        std::lock_guard const lock(mutex_);
        notified_ = true;
        changed_.notify_all();
    }

    /// Returns when it is notified, or was since the last wait, or when time is up.
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
