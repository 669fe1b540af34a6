#pragma once
// The emulated tenant: apps, users, chats, messages, tokens. No I/O: handlers are functions on this, and
// tests call them directly.
//
//     emulator::state tenant;
//     auto const bot = tenant.add_app("alerts");
//     auto const ann = tenant.add_user("Ann");
//     auto const ops = tenant.add_chat("ops", {ann});     // with the first app's bot in it

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <mutex>
#include <string>
#include <utility>

#include <feishu/emulator/impl/persist/state_keeper.hpp>
#include <feishu/emulator/impl/state/state.hpp>

namespace feishu::emulator {

/// The tenant behind a lock: `shared->add_user("Ann")` locks for the expression, `shared.with(f)` for a
/// function.
///
/// Thread safety: safe; the lock is recursive, so that a function under it may lock again. Lifetimes:
/// pointers and references into the state may only be used under the lock; take copies out. What `f` throws
/// leaves `with`.
class shared_state {
    // Holds the lock; the outermost one saves what was changed under it.
    class hold {
    public:
        explicit hold(shared_state& owner) : lock_(owner.mutex_), owner_(owner) { ++owner_.depth_; }
        hold(hold const&) = delete;
        hold& operator=(hold const&) = delete;
        ~hold() {
            if (--owner_.depth_ == 0 && owner_.keeper_ != nullptr)
                owner_.keeper_->save(owner_.state_);
        }

    private:
        std::unique_lock<std::recursive_mutex> lock_;
        shared_state& owner_;
    };

public:
    /// Takes over a tenant.
    explicit shared_state(emulator::state initial) : state_(std::move(initial)) {}

    shared_state(shared_state const&) = delete;
    shared_state& operator=(shared_state const&) = delete;

    /// Holds the lock while the expression runs.
    class locked {
    public:
        emulator::state* operator->() const { return state_; }
        emulator::state& operator*() const { return *state_; }

    private:
        friend class shared_state;
        explicit locked(shared_state& owner) : hold_(owner), state_(&owner.state_) {}
        hold hold_;
        emulator::state* state_;
    };

    /// Locks the state until the end of the full expression.
    locked operator->() { return locked(*this); }
    /// Locks the state until the returned object is gone: `handle(*shared.lock(), …)`.
    locked lock() { return locked(*this); }

    /// Calls `f(state&)` under the lock and returns its result.
    template <class F>
    decltype(auto) with(F&& f) {
        hold const here(*this);
        return std::forward<F>(f)(state_);
    }

    /// Lets `keeper`, which must live as long as this, save what each locked section has changed. To be called before
    /// others use this.
    void keep_with(detail::state_keeper& keeper) { keeper_ = &keeper; }
    /// Why changes could not be saved; empty if they were, and without a keeper.
    std::string unsaved() {
        if (keeper_ == nullptr)
            return {};
        std::lock_guard const lock(mutex_);
        auto const* problem = keeper_->problem();
        return problem != nullptr ? problem : "";
    }

private:
    std::recursive_mutex mutex_; // a custom handler may access the state under whose lock it runs
    emulator::state state_;
    detail::state_keeper* keeper_ = nullptr;
    int depth_ = 0; // how often the lock is held
};

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/logins.ipp>
#include <feishu/emulator/impl/chat_parts.ipp>
#include <feishu/emulator/impl/app_people.ipp>
#include <feishu/emulator/impl/directory_people.ipp>
#include <feishu/emulator/impl/people.ipp>
#include <feishu/emulator/impl/people_cards.ipp>
#include <feishu/emulator/impl/people_chats.ipp>
#include <feishu/emulator/impl/people_messages.ipp>
#include <feishu/emulator/impl/state.ipp>
#include <feishu/emulator/impl/state_access.ipp>
#endif
