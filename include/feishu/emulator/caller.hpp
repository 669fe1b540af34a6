#pragma once
// Who makes a request, as its token says.

#include <optional>

#include <feishu/core/endpoint_spec.hpp>
#include <feishu/emulator/directory.hpp>

namespace feishu::emulator {

/// The app, and the user on whose behalf it acts when the token is a user's. Copies, valid without a lock.
struct caller {
    token kind = token::none; ///< of the token; none for endpoints without one
    emulator::app app{};
    std::optional<emulator::user> user{};
};

} // namespace feishu::emulator
