#pragma once

#include <chrono>
#include <utility>

#include <feishu/emulator/impl/state/batch_store.hpp>

namespace feishu::emulator::detail {

FEISHU_DECL batch_message& batch_store::add(batch_message one) {
    touched_.add(batches_.size());
    by_id_.emplace(one.id.str(), batches_.size());
    return batches_.emplace_back(std::move(one));
}

FEISHU_DECL batch_message* batch_store::find(std::string_view id) {
    auto const found = by_id_.find(std::string(id));
    return found == by_id_.end() ? nullptr : &at(found->second);
}

FEISHU_DECL bool batch_store::take(feishu::app_id const& app, std::size_t receivers, std::size_t quota,
                                   clock::time_point now) {
    auto& used = used_[app.str()];
    auto const day = std::chrono::floor<std::chrono::days>(now).time_since_epoch().count();
    if (used.day != day)
        used = {day, 0};
    if (receivers > quota || used.count > quota - receivers)
        return false;
    used.count += receivers;
    return true;
}

} // namespace feishu::emulator::detail
