#pragma once
// The batch messages of the tenant, and how many each app has sent today.

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/clock.hpp>
#include <feishu/emulator/impl/persist/touched.hpp>
#include <feishu/emulator/message.hpp>

namespace feishu::emulator::detail {

/// A batch message. Its copies are sent, and recalled, in the order of its receivers.
struct batch_message {
    feishu::batch_message_id id{};
    feishu::app_id app{};
    message draft{}; ///< content of the copies
    std::vector<feishu::open_id> receivers{};
    std::vector<feishu::message_id> copies{}; ///< those sent so far
    std::size_t recalled = 0;                 ///< how many of the copies
    clock::time_point sent{};
    clock::time_point recall_requested{};
    bool recall = false;
};

class batch_store {
public:
    FEISHU_DECL batch_message& add(batch_message one);
    /// Null if there is no such batch message.
    FEISHU_DECL batch_message* find(std::string_view id);
    std::deque<batch_message> const& all() const { return batches_; }
    batch_message& at(std::size_t position) {
        touched_.add(position);
        return batches_[position];
    }

    /// Counts the receivers of an app's batch message if the quota of the day allows them.
    FEISHU_DECL bool take(feishu::app_id const& app, std::size_t receivers, std::size_t quota,
                          clock::time_point now);

private:
    struct usage {
        std::int64_t day = -1;
        std::size_t count = 0;
    };

    friend struct store_access;

    touched_entries touched_;
    std::deque<batch_message> batches_;
    std::unordered_map<std::string, std::size_t> by_id_;
    std::unordered_map<std::string, usage> used_; // by app_id
};

} // namespace feishu::emulator::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/state/batch_store.ipp>
#endif
