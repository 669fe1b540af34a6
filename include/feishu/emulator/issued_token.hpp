#pragma once
// The access tokens that the emulated platform issued, as plain data.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <optional>
#include <set>
#include <string>

#include <feishu/core/endpoint_spec.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/emulator/clock.hpp>

namespace feishu::emulator {

/// An access token and its subject.
struct issued_token {
    std::string value{};
    token kind = token::tenant;
    feishu::app_id app{};
    feishu::open_id user{};                        ///< of a user token
    std::optional<std::set<std::string>> scopes{}; ///< granted by the user; all if not set
    clock::time_point expires{};
    std::uint64_t number = 0; ///< order of issue in the tenant
};

} // namespace feishu::emulator
