#pragma once
// How a handler refuses a request: the platform's code, its HTTP status and its message.
// `return refuse(230002);` in a handler.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <string_view>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::emulator {

/// The error with which the platform refuses a request, status and message included: 400 and a general
/// message for a code that the library does not know. `detail` is appended as the platform does:
/// `…, ext=detail`.
/// Thread safety: safe.
FEISHU_DECL error refuse(int code, std::string_view detail = {});

/// The error of an OAuth 2.0 endpoint that has no code but a word, `access_denied` for example (RFC 6749, RFC 8628).
FEISHU_DECL error refuse_oauth(std::string_view word, std::string_view description);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/refusal.ipp>
#endif
