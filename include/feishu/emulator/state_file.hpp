#pragma once
// A file that a tenant outlives the process in:
//
//     feishu::emulator::server platform{{.port = 9000, .state_file = feishu::emulator::state_file("tenant.state")}};
//
// A request's changes are written before its response is sent, those of `platform.state()` before the state is unlocked: they
// survive the end of the process at any time. The file is not forced to the disk (fsync) for each of them, so the last ones may
// not survive a crash of the machine; what is there is a state that the tenant has had.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <string>
#include <utility>

#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/impl/persist/state_file.hpp>

namespace feishu::emulator {

/// Keeps a tenant in this file, which is created. If it holds a tenant, the server starts with that one, its clock and its
/// ids, and ignores `populate`, `seed` and `clock` of its options. Not in it: requests(), deliveries, subscriptions, pushes
/// that wait, faults.
/// Errors: the constructor of the server throws feishu::exception, kind file, which names the file and the offset, if it is
/// not accessible, in use by another server, damaged, or of another version. When it cannot be written later, each
/// request fails with 2200.
inline state_storage state_file(std::string path) { return {std::move(path), &detail::open_state_file}; }

} // namespace feishu::emulator
