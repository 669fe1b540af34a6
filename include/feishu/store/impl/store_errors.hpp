#pragma once
// The errors that stores have in common.

#include <string>
#include <string_view>
#include <utility>

#include <feishu/core/error.hpp>

namespace feishu::detail {

/// An argument or a setting beyond its limits.
inline error invalid_argument(std::string_view field, std::string_view text) {
    violations found;
    found.add(field, text);
    error e;
    e.kind = error_kind::validation;
    e.field = field;
    e.message = e.field + " " + std::string(text);
    e.violations = std::move(found).take();
    e.may_have_executed = false;
    return e;
}

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
