#pragma once
// make_store_dedup: the record of handled events in a feishu::store, shared by the processes that use it.
//
//     feishu::event_dispatcher on{{…, .dedup = feishu::make_store_dedup(store)}};

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <chrono>
#include <memory>
#include <string>

#include <feishu/core/impl/macros.hpp>
#include <feishu/event/dedup_store.hpp>
#include <feishu/store/store.hpp>

namespace feishu {

/// Settings of make_store_dedup. All processes that share the record use the same.
struct store_dedup_params {
    std::string prefix = "dedup/"; ///< of keys in the store; at most 400 bytes
    /// A claim of a process that has crashed expires after this time, and the next delivery is handled. Longer than any
    /// handler takes: a delivery after it is handled although a handler is still running.
    std::chrono::milliseconds claim = std::chrono::minutes(5);
    std::chrono::milliseconds keep = std::chrono::hours(8); ///< the platform retries for a little over 7 h
};

/// Makes a dedup_store on a store: of all processes that share the store, one handles an event.
///
/// Thread safety: as the store.
/// Lifetimes: keeps the store.
/// Errors: its members throw feishu::exception if the store fails: then the delivery fails, and the platform pushes it
/// again. Throws std::invalid_argument without a store, or for a prefix that is too long or a time that is not positive.
FEISHU_DECL std::shared_ptr<dedup_store> make_store_dedup(std::shared_ptr<store> on,
                                                          store_dedup_params params = {});

} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/event/impl/store_dedup.ipp>
#endif
