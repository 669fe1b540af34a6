#pragma once
// invalid_argument: the error for a setting or an argument that cannot be used.

#include <string>
#include <string_view>
#include <utility>

#include <feishu/core/error.hpp>

namespace feishu::detail {

/// A setting, an argument, or a part of a request that is invalid; nothing was sent.
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

} // namespace feishu::detail
