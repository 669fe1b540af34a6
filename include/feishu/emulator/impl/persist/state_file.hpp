#pragma once
// state_file: a tenant that outlives the process, in a journal of its records (journal.hpp). What a locked section has
// changed is written before the lock is released, and so before a response is sent: it survives the end of the process at any
// time, `kill -9` included. It is not forced to the disk each time: when the machine itself fails, the last seconds may be
// missing, and what is there is a state that the tenant has had.

#include <cstdint>
#include <memory>
#include <string>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/impl/persist/state_keeper.hpp>

namespace feishu::emulator::detail {

/// Opens or creates the file. If it holds a tenant, `tenant` becomes that one; it must be new. An end that was cut off by a
/// crash is removed.
/// Errors: kind transport, which names the file and, if it is damaged, the offset: not accessible, in use by another
/// emulator, damaged, of another version.
FEISHU_DECL result<opened_state_file> open_state_file(std::string const& path, state& tenant);

} // namespace feishu::emulator::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/persist/state_file.ipp>
#endif
