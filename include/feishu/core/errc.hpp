#pragma once

#include <string_view>

#include <feishu/core/config.hpp>

namespace feishu {

/// The platform's error codes that this library knows, by name.
enum class errc : int {
    ok = 0,
    invalid_parameter = 230001,
    bot_not_in_chat = 230002,
    permission_denied = 230027,
    rate_limited = 99991400,
    token_missing = 99991661,
    tenant_token_invalid = 99991663,
    app_token_invalid = 99991664,
    user_token_invalid = 99991668,
    token_wrong_kind = 99991671,
};

/// What is known about a code.
struct errc_info {
    int code;
    std::string_view symbol;
    bool retry;              ///< the same request may succeed later
    std::string_view advice; ///< what to do, one short line
};

/// Nullptr for a code that is not in the list.
FEISHU_DECL errc_info const* find_errc(int code);

} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/core/impl/errc.ipp>
#endif
