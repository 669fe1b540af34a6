#pragma once
// secret_string: the text of a secret, overwritten on destruction.

#include <string>
#include <utility>

#include <feishu/core/impl/macros.hpp>

namespace feishu::auth {

/// Overwrites the text with zeros, in a way that the compiler does not remove, and clears it.
FEISHU_DECL void wipe(std::string& text) noexcept;

/// What the library keeps of a secret longer than for a call.
///
/// The copies of others are theirs: the program's settings, a request while it is sent, the buffers of OpenSSL and of the
/// system, memory that was swapped out.
class secret_string {
public:
    secret_string() = default;
    explicit secret_string(std::string text) : text_(std::move(text)) { wipe(text); }
    secret_string(secret_string const&) = default;
    secret_string(secret_string&& other) noexcept : text_(std::move(other.text_)) { wipe(other.text_); }
    secret_string& operator=(secret_string other) noexcept {
        text_.swap(other.text_);
        return *this;
    }
    ~secret_string() { wipe(text_); }

    std::string const& str() const { return text_; }
    bool empty() const { return text_.empty(); }

private:
    std::string text_;
};

} // namespace feishu::auth

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/auth/impl/secret_string.ipp>
#endif
