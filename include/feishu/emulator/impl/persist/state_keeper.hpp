#pragma once
// state_keeper: saves what has changed in the tenant before others see it.

namespace feishu::emulator {

class state;

namespace detail {

class state_keeper {
public:
    virtual ~state_keeper() = default;
    /// Called before the tenant is unlocked. Does not throw: see `problem`.
    virtual void save(state& tenant) noexcept = 0;
    /// Why the last changes could not be saved; null if they were. Valid as long as the keeper.
    virtual char const* problem() const noexcept = 0;
};

} // namespace detail
} // namespace feishu::emulator
