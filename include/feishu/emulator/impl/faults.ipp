#pragma once

#include <utility>

#include <feishu/emulator/faults.hpp>

namespace feishu::emulator {

FEISHU_DECL void fault_injector::add(std::string_view method, std::string_view path,
                                     std::vector<fault> one_of, fault_options const& options) {
    std::lock_guard const lock(mutex_);
    plan_.add(method, path, std::move(one_of), options);
    active_ = true;
}

FEISHU_DECL void fault_injector::clear() {
    std::lock_guard const lock(mutex_);
    plan_.clear();
    active_ = false;
}

FEISHU_DECL std::vector<fault_rule> fault_injector::rules() const {
    std::lock_guard const lock(mutex_);
    return plan_.rules();
}

FEISHU_DECL std::size_t fault_injector::injected() const {
    std::lock_guard const lock(mutex_);
    return plan_.injected();
}

FEISHU_DECL std::size_t fault_injector::injected(fault kind) const {
    std::lock_guard const lock(mutex_);
    return plan_.injected(kind);
}

FEISHU_DECL std::optional<detail::injected_fault> fault_injector::next(std::string_view method,
                                                                       std::string_view path) {
    if (!active_)
        return std::nullopt;
    std::lock_guard const lock(mutex_);
    return plan_.next(method, path);
}

FEISHU_DECL std::optional<fault> fault_injector::next_connection() {
    if (!active_)
        return std::nullopt;
    std::lock_guard const lock(mutex_);
    return plan_.next_connection();
}

} // namespace feishu::emulator
