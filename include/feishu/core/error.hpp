#pragma once
// error: why a call failed; result<T>: a value or an error.
//
//     auto sent = client.call(…);
//     if (!sent) std::cerr << sent.error() << '\n';   // or sent.value(), which throws feishu::exception

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <chrono>
#include <iosfwd>
#include <new>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <boost/describe/enum.hpp>

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
    file,       ///< a local file cannot be read or written, or changed while it was sent
    store       ///< the store failed or refused: no space, a full log
};
BOOST_DESCRIBE_ENUM(error_kind, validation, transport, timeout, http, api, auth, decode, canceled, file, store)

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
    bool incomplete = false;    ///< of `decode`: the response ended before its document did
    std::string_view hint{};    ///< advice where there is no code, a constant text; see advice()

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

/// Thrown by `result::value()`; what() is `error().to_string()`.
class exception : public std::runtime_error {
public:
    explicit exception(feishu::error e) : std::runtime_error(e.to_string()), error_(std::move(e)) {}
    feishu::error const& error() const noexcept { return error_; }

private:
    feishu::error error_;
};

namespace detail {

// The error of a result, if there is one. What it was moved from still has an error, without content. Its
// functions are compiled once, not with each type of value.
class error_slot {
public:
    error_slot() = default;
    FEISHU_DECL explicit error_slot(error&& why);
    FEISHU_DECL error_slot(error_slot const& other);
    error_slot(error_slot&& other) noexcept
        : why_(std::exchange(other.why_, nullptr)), failed_(other.failed_) {}
    error_slot& operator=(error_slot other) noexcept {
        std::swap(why_, other.why_);
        failed_ = other.failed_;
        return *this;
    }
    ~error_slot() {
        if (why_ != nullptr)
            release();
    }

    bool failed() const { return failed_; }
    void fail() { failed_ = true; }
    FEISHU_DECL error const& get() const;
    FEISHU_DECL error take();
    [[noreturn]] FEISHU_DECL void raise() const;

private:
    FEISHU_DECL void release() noexcept;

    error* why_ = nullptr;
    bool failed_ = false;
};

// What a result has that does not depend on the type of its value.
class result_base {
public:
    bool has_value() const noexcept { return !why_.failed(); }
    bool has_error() const noexcept { return why_.failed(); }
    explicit operator bool() const noexcept { return has_value(); }

    feishu::error const& error() const& { return why_.get(); }
    feishu::error error() && { return why_.take(); }

protected:
    result_base() = default;
    explicit result_base(feishu::error&& why) : why_(std::move(why)) {}
    result_base(result_base const&) = default;
    result_base(result_base&&) = default;
    result_base& operator=(result_base const&) = default;
    result_base& operator=(result_base&&) = default;
    ~result_base() = default;

    void require() const {
        if (!has_value())
            why_.raise();
    }

    error_slot why_{};
};

} // namespace detail

/// A value, or the error that prevented it.
///
///     feishu::result<int> const port = parse(text);
///     return port ? *port : 80;
///
/// Thread safety: that of T.
/// Errors: without a value, value(), `*` and `->` throw feishu::exception. With one, error() has no content.
// Not boost::system::result, whose variant was a quarter of all symbols that a call of an endpoint compiled to.
template <class T = void>
class result : public detail::result_base {
public:
    using value_type = T;
    using error_type = feishu::error;

    result()
        requires std::is_default_constructible_v<T>
        : value_() {}
    template <class U>
        requires(!std::is_same_v<std::remove_cvref_t<U>, result> &&
                 !std::is_same_v<std::remove_cvref_t<U>, feishu::error> && std::is_constructible_v<T, U>)
    explicit(!std::is_convertible_v<U, T>) result(U&& value) : value_(std::forward<U>(value)) {}
    result(feishu::error why) : result_base(std::move(why)) {}

    result(result const& other)
        requires std::is_copy_constructible_v<T>
        : result_base(other) {
        if (other.has_value())
            ::new (static_cast<void*>(&value_)) T(other.value_);
    }
    result(result&& other) noexcept(std::is_nothrow_move_constructible_v<T>) : result_base(std::move(other)) {
        if (other.has_value())
            ::new (static_cast<void*>(&value_)) T(std::move(other.value_));
    }
    result& operator=(result other) {
        if (has_value())
            value_.~T();
        why_.fail(); // should the move throw, there is neither
        if (other.has_value())
            ::new (static_cast<void*>(&value_)) T(std::move(other.value_));
        why_ = std::move(other.why_);
        return *this;
    }
    ~result() {
        if (has_value())
            value_.~T();
    }

    T const& value() const& { return **this; }
    T& value() & { return **this; }
    T value() && { return *std::move(*this); }

    T const& operator*() const& {
        require();
        return value_;
    }
    T& operator*() & {
        require();
        return value_;
    }
    T&& operator*() && {
        require();
        return std::move(value_);
    }
    T const* operator->() const {
        require();
        return &value_;
    }
    T* operator->() {
        require();
        return &value_;
    }

private:
    union {
        T value_;
    };
};

/// Success, or the error that prevented it.
template <>
class result<void> : public detail::result_base {
public:
    using value_type = void;
    using error_type = feishu::error;

    result() = default;
    FEISHU_DECL result(feishu::error why);

    void value() const { require(); }
    void operator*() const { require(); }
};

} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/core/impl/error.ipp>
#endif
