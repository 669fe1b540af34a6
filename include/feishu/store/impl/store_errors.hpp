#pragma once
// The errors that stores have in common.

#include <string>
#include <utility>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/invalid_argument.hpp>

namespace feishu::detail {

/// The store failed or refused, and has changed nothing.
inline error store_error(std::string message) {
    error e;
    e.kind = error_kind::store;
    e.message = std::move(message);
    e.may_have_executed = false;
    return e;
}

inline error log_is_full() { return store_error("the log is full"); }
inline error unknown_log_id() { return invalid_argument("id", "is not an id of a log entry"); }

} // namespace feishu::detail
