#pragma once
// unusable: the error for an invalid setting or request.

#include <string>
#include <string_view>
#include <utility>

#include <feishu/core/error.hpp>

namespace feishu::http::detail {

/// A setting of the transport, or a part of a request, that cannot be used.
inline error unusable(std::string_view field, std::string_view text) {
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

} // namespace feishu::http::detail
