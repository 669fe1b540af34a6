#pragma once
// The identity that a request is made with, from its access token.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <optional>
#include <set>
#include <string>

#include <feishu/core/endpoint_spec.hpp>
#include <feishu/emulator/directory.hpp>

namespace feishu::emulator {

/// The app, and with a user token the user on whose behalf it acts. Copies: valid without a lock.
struct caller {
    token kind = token::none; ///< of the token; none for endpoints without one
    emulator::app app{};
    std::optional<emulator::user> user{};
    std::optional<std::set<std::string>> granted{}; ///< scopes that the user has granted; all if not set
};

} // namespace feishu::emulator
