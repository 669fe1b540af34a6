#pragma once
// make_memory_store: a store in memory, for one process. `auto store = feishu::make_memory_store();`

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <memory>

#include <feishu/core/clock.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/store/store.hpp>

namespace feishu {

/// Settings of a store in memory.
struct memory_store_params {
    std::shared_ptr<feishu::clock> clock{}; ///< instead of the system's monotonic clock
};

/// Makes a store whose content ends with it. Nothing is dropped but what has expired; memory is limited by what is
/// put, and by append_options::max_entries.
///
/// Thread safety: as `store`.
FEISHU_DECL std::shared_ptr<store> make_memory_store(memory_store_params params = {});

} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/store/impl/memory_store.ipp>
#endif
