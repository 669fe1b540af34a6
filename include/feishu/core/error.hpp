#pragma once
// error: why a call failed; result<T>: a value or an error.
//
//     auto sent = client.call(…);
//     if (!sent) std::cerr << sent.error() << '\n';   // or sent.value(), which throws feishu::exception

#include <chrono>
#include <iosfwd>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/assert/source_location.hpp>
#include <boost/describe/enum.hpp>
#include <boost/system/result.hpp>

#include <feishu/core/errc.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/core/violation.hpp>

namespace feishu {

/// The stage at which a call failed.
enum class error_kind {
    validation, ///< before sending: a field violates a documented rule
    transport,  ///< no connection, TLS failure, connection lost
    timeout,    ///< the deadline passed
    http,       ///< an HTTP status without the platform's JSON (a gateway, a proxy)
    api,        ///< the platform responded with a code
    auth,       ///< no valid token: wrong secret, no ticket, token refused twice
    decode,     ///< the response does not have the documented form
    canceled,   ///< the caller canceled the call
    file        ///< a local file cannot be read or written, or changed while it was sent
};
BOOST_DESCRIBE_ENUM(error_kind, validation, transport, timeout, http, api, auth, decode, canceled, file)

/// `error_kind::api` as "api".
FEISHU_DECL std::string_view to_string(error_kind kind);

/// Everything known about a failure. Never holds a token or a secret.
struct error {
    error_kind kind = error_kind::transport;
    int code = 0;                            ///< the platform's code; 0 if there is none
    std::string message{};                   ///< description by the platform or by the component that failed
    int http_status = 0;                     ///< 0 if there was no response
    std::string endpoint{};                  ///< id of the endpoint, im.v1.message.create
    std::string field{};                     ///< the field concerned, if known
    std::string log_id{};                    ///< the platform's id of the request, for support requests
    std::string troubleshooter{};            ///< the platform's troubleshooting page for this failure
    std::vector<violation> violations{};     ///< for `validation`: all violated rules
    bool may_have_executed = true;           ///< false when the platform certainly did not act on the request
    std::chrono::milliseconds retry_after{}; ///< wait requested by the platform; 0 if none
    int sub_code = 0;                        ///< of content errors (230099, 11246): ErrCode in the message
    std::string sub_path{};                  ///< with sub_code: ErrPath, the element of the card or post
    bool may_duplicate = false; ///< sending the request again may make it take effect twice; see retryable()

    /// The platform's code as a symbol to compare with: `e.symbol() == errc::bot_not_in_chat`.
    errc symbol() const { return static_cast<errc>(code); }
    /// How to resolve it, in one line; empty if nothing is known beyond the message.
    FEISHU_DECL std::string_view advice() const;
    /// True when the same request may succeed later, and sending it again cannot make it take effect twice.
    /// False for a request that may have been executed (a lost connection, a timeout, a 5xx), unless its
    /// method is idempotent (GET, PUT, DELETE) or it carries a uuid that the caller knows: see
    /// feishu::completed.
    FEISHU_DECL bool retryable() const;
    /// All of the above in a few lines, for logs.
    FEISHU_DECL std::string to_string() const;
};

/// Writes `e.to_string()`.
FEISHU_DECL std::ostream& operator<<(std::ostream& out, error const& e);

namespace detail {

/// Fills in `sub_code` and `sub_path` from a message like "…ErrCode: 200621; ErrMsg: …; ErrPath: …;
/// ErrorValue: …".
FEISHU_DECL void read_sub_code(error& e);

} // namespace detail

/// A value, or the error that prevented it. `.value()` throws feishu::exception.
template <class T = void>
using result = boost::system::result<T, error>;

/// Thrown by `result::value()`; what() is `error().to_string()`.
class exception : public std::runtime_error {
public:
    explicit exception(feishu::error e) : std::runtime_error(e.to_string()), error_(std::move(e)) {}
    feishu::error const& error() const noexcept { return error_; }

private:
    feishu::error error_;
};

/// Throws feishu::exception; called by `boost::system::result::value`.
[[noreturn]] FEISHU_DECL void throw_exception_from_error(error const& e, boost::source_location const& where);

} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/core/impl/error.ipp>
#endif
