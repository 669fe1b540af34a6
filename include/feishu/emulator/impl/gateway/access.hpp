#pragma once
// Who may use the control interface: programs on this machine, and with a token those elsewhere; no page of another site
// that somebody's browser displays.

#include <optional>
#include <string>
#include <string_view>

#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/impl/gateway/http_message.hpp>

namespace feishu::emulator::detail {

/// What is asked of a request.
struct access_policy {
    std::string host{}; ///< the address that the server listens on; names of this machine are always accepted
    std::string token{}; ///< the bearer token; empty: none is asked for
};

/// Why the request is refused; nothing if it may pass. 403 for a foreign Host or Origin, which a page has whose name
/// was made to resolve to this machine, or that sends requests across sites; 401 without the token.
FEISHU_DECL std::optional<response> refuse_access(request const& req, access_policy const& policy);

/// Whether an address is reachable from this machine only.
FEISHU_DECL bool is_loopback(std::string_view address);

} // namespace feishu::emulator::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/gateway/access.ipp>
#endif
