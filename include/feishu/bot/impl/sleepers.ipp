#pragma once

#include <utility>

#include <feishu/bot/impl/sleepers.hpp>

namespace feishu::detail {

FEISHU_DECL error bot_stopped() {
    return {.kind = error_kind::canceled, .message = "the bot has stopped", .may_have_executed = false};
}

FEISHU_DECL sleepers::sleepers(std::shared_ptr<bot_executor> executor) : executor_(std::move(executor)) {}

FEISHU_DECL void sleepers::add(clock::time_point when, std::coroutine_handle<> coroutine,
                               result<void>& outcome) {
    std::unique_lock lock(core_->mutex); // held until the timer is known: it may expire at once
    if (core_->ended) {
        outcome = bot_stopped();
        lock.unlock();
        return executor_->post([coroutine] { coroutine.resume(); });
    }
    auto const id = ++core_->last;
    auto& mine = core_->all[id];
    mine = {.coroutine = coroutine, .outcome = &outcome};
    mine.timer = executor_->post_at(when, [core = core_, id] { expired(*core, id); });
}

inline void sleepers::expired(core& shared, std::uint64_t id) {
    std::coroutine_handle<> coroutine;
    {
        std::lock_guard const lock(shared.mutex);
        auto const found = shared.all.find(id);
        if (found == shared.all.end())
            return;
        coroutine = found->second.coroutine;
        shared.all.erase(found);
    }
    coroutine.resume();
}

FEISHU_DECL void sleepers::wake_all() {
    std::map<std::uint64_t, sleeper> woken;
    {
        std::lock_guard const lock(core_->mutex);
        core_->ended = true;
        woken.swap(core_->all);
    }
    for (auto& [id, one] : woken) {
        executor_->cancel(one.timer);
        *one.outcome = bot_stopped();
        executor_->post([coroutine = one.coroutine] { coroutine.resume(); });
    }
}

} // namespace feishu::detail
