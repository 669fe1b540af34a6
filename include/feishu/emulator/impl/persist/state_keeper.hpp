#pragma once
// state_keeper: saves what has changed in the tenant before others see it.

#include <memory>
#include <string>

#include <feishu/core/error.hpp>

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

struct opened_state_file {
    std::unique_ptr<state_keeper> keeper{};
    bool restored = false; ///< the tenant is the one of the file; otherwise the file was new
};

} // namespace detail

/// Where a tenant is kept; `state_file` of <feishu/emulator/state_file.hpp> makes one. By default nowhere.
struct state_storage {
    std::string path{};
    result<detail::opened_state_file> (*open)(std::string const& path, state& tenant) = nullptr;
};

} // namespace feishu::emulator
