#pragma once
// store_operation: what a call does with the store of its client. A machine prepares it and reads its outcome; a driver
// runs it in between.

#include <memory>

namespace feishu::detail {

/// Not thread-safe. Created by std::make_shared, as an asynchronous driver keeps it until `run` has returned.
class store_operation : public std::enable_shared_from_this<store_operation> {
public:
    store_operation() = default;
    store_operation(store_operation const&) = delete;
    store_operation& operator=(store_operation const&) = delete;
    virtual ~store_operation() = default;

    /// Uses the store; blocks. Called on any thread, while nothing else is called.
    virtual void run() = 0;
};

} // namespace feishu::detail
