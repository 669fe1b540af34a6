#pragma once

#include <charconv>
#include <ostream>
#include <system_error>

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
    case error_kind::file: return "file";
    case error_kind::store: return "store";
    }
    return "unknown";
}

namespace detail {

struct sub_code_info {
    int code;
    std::string_view advice;
};

// Ascending by code.
inline constexpr sub_code_info sub_codes[] = {
    {11310, "Check the template's visibility and the limits on elements and tables; retry while a click is handled."},
    {100290, "Check the ids in at and person elements."},
    {200380, "Publish the template, or check its id."},
    {200381, "Grant the app access to the template."},
    {200550, "Check chart_spec."},
    {200570, "Upload the image with this app and use its image_key."},
    {200621, "Check the card's JSON: a property is unknown or malformed."},
    {200732, "Give the template variable a value of the declared type."},
    {200737, "Check the format of the template variable."},
    {200861, "Replace the tag: cards of schema 2.0 do not have it."},
    {200914, "Check the rows of the table."},
    {200915, "Declare the column that a row of the table names."},
};

inline std::string_view sub_code_advice(int code) {
    for (auto const& info : sub_codes)
        if (info.code == code)
            return info.advice;
    return {};
}

// The text after `name` and before the next ';'.
inline std::string_view message_part(std::string_view message, std::string_view name) {
    auto const at = message.find(name);
    if (at == std::string_view::npos)
        return {};
    auto part = message.substr(at + name.size());
    part = part.substr(0, part.find(';'));
    auto const begin = part.find_first_not_of(' ');
    return begin == std::string_view::npos ? std::string_view() : part.substr(begin);
}

// Quotas that are exhausted until the next day or month, whatever the HTTP status.
inline bool is_quota(int code) {
    constexpr int monthly_calls = 99991403; // comes with 429
    constexpr int daily_batch_messages = 11247;
    auto const* info = find_errc(code);
    return code == monthly_calls || code == daily_batch_messages || (info != nullptr && info->kind == errc_kind::quota);
}

FEISHU_DECL void read_sub_code(error& e) {
    constexpr int card_content = 230099;
    constexpr int batch_content = 11246;
    if (e.code != card_content && e.code != batch_content)
        return;
    auto const digits = message_part(e.message, "ErrCode:");
    if (std::from_chars(digits.data(), digits.data() + digits.size(), e.sub_code).ec == std::errc{})
        e.sub_path = message_part(e.message, "ErrPath:");
}

} // namespace detail

FEISHU_DECL std::string_view error::advice() const {
    if (!hint.empty())
        return hint;
    if (auto const special = detail::sub_code_advice(sub_code); !special.empty())
        return special;
    auto const* info = find_errc(code);
    return info != nullptr ? info->advice : std::string_view{};
}

FEISHU_DECL bool error::retryable() const {
    if (may_duplicate)
        return false;
    switch (kind) {
    case error_kind::decode: return incomplete;
    case error_kind::validation:
    case error_kind::canceled:
    case error_kind::file: return false;
    case error_kind::transport:
    case error_kind::timeout:
    case error_kind::store: return true;
    case error_kind::http: return http_status == 429 || http_status >= 500;
    case error_kind::api:
    case error_kind::auth: break;
    }
    if (detail::is_quota(code))
        return false;
    if (sub_code == 11310 && message.find("card action is lock") != std::string::npos)
        return true; // a click on the card is being handled
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
    if (sub_code != 0)
        out += "\n  sub-code: " + std::to_string(sub_code) + (sub_path.empty() ? "" : " at " + sub_path);
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
    if (retry_after.count() > 0)
        out += "\n  retry after: " + std::to_string(retry_after.count()) + " ms";
    if (!log_id.empty())
        out += "\n  log id: " + log_id;
    if (!troubleshooter.empty())
        out += "\n  troubleshooter: " + troubleshooter;
    return out;
}

FEISHU_DECL std::ostream& operator<<(std::ostream& out, error const& e) { return out << e.to_string(); }

namespace detail {

FEISHU_DECL error_slot::error_slot(error&& why) : why_(new error(std::move(why))), failed_(true) {}

FEISHU_DECL error_slot::error_slot(error_slot const& other)
    : why_(other.why_ != nullptr ? new error(*other.why_) : nullptr), failed_(other.failed_) {}

FEISHU_DECL void error_slot::release() noexcept { delete why_; }

FEISHU_DECL error const& error_slot::get() const {
    static error const none{};
    return why_ != nullptr ? *why_ : none;
}

FEISHU_DECL error error_slot::take() { return why_ != nullptr ? std::move(*why_) : error(); }

FEISHU_DECL void error_slot::raise() const { throw exception(get()); }

} // namespace detail

FEISHU_DECL result<void>::result(feishu::error why) : result_base(std::move(why)) {}

} // namespace feishu
