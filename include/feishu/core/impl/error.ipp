#pragma once

#include <ostream>

#include <boost/throw_exception.hpp>

#include <feishu/core/error.hpp>

namespace feishu {

FEISHU_DECL std::string_view to_string(error_kind kind) {
    switch (kind) {
    case error_kind::validation: return "validation";
    case error_kind::transport: return "transport";
    case error_kind::timeout: return "timeout";
    case error_kind::http: return "http";
    case error_kind::api: return "api";
    case error_kind::auth: return "auth";
    case error_kind::decode: return "decode";
    case error_kind::canceled: return "canceled";
    }
    return "unknown";
}

FEISHU_DECL std::string_view error::advice() const {
    auto const* info = find_errc(code);
    return info != nullptr ? info->advice : std::string_view{};
}

FEISHU_DECL bool error::retryable() const {
    if (may_duplicate)
        return false;
    switch (kind) {
    case error_kind::validation:
    case error_kind::decode:
    case error_kind::canceled: return false;
    case error_kind::transport:
    case error_kind::timeout: return true;
    case error_kind::http: return http_status == 429 || http_status >= 500;
    case error_kind::api:
    case error_kind::auth: break;
    }
    if (auto const* info = find_errc(code))
        return info->retry;
    return http_status == 429 || http_status >= 500;
}

FEISHU_DECL std::string error::to_string() const {
    std::string out{feishu::to_string(kind)};
    out += " error";
    if (!endpoint.empty())
        out += " in " + endpoint;
    if (code != 0) {
        out += ": code " + std::to_string(code);
        if (auto const* info = find_errc(code))
            out += " (" + std::string(info->symbol) + ")";
    }
    out += ": " + message;
    if (kind != error_kind::validation && !field.empty())
        out += "\n  field: " + field;
    for (std::size_t i = 1; i < violations.size(); ++i)
        out += "\n  also: " + violations[i].field + " " + violations[i].message();
    if (auto const what = advice(); !what.empty())
        out += "\n  what to do: " + std::string(what);
    if (may_duplicate)
        out += "\n  the request may have been executed: sending it again may duplicate its effect";
    if (http_status != 0 && http_status != 200)
        out += "\n  HTTP status: " + std::to_string(http_status);
    if (!log_id.empty())
        out += "\n  log id: " + log_id;
    if (!troubleshooter.empty())
        out += "\n  troubleshooter: " + troubleshooter;
    return out;
}

FEISHU_DECL std::ostream& operator<<(std::ostream& out, error const& e) { return out << e.to_string(); }

FEISHU_DECL void throw_exception_from_error(error const& e, boost::source_location const& where) {
    boost::throw_exception(exception(e), where);
}

} // namespace feishu
