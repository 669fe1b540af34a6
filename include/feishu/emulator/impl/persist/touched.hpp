#pragma once
// Which entries of a store may have changed since they were last saved. Off, and free of cost, without a state file.

#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace feishu::emulator::detail {

class touched_entries {
public:
    void watch() { on_ = true; }
    void add(std::string_view key) {
        if (on_)
            keys_.emplace_back(key);
    }
    /// By position; the keys of positions sort like them.
    void add(std::size_t position) {
        if (on_)
            keys_.push_back(key_of(position));
    }
    std::vector<std::string> take() { return std::exchange(keys_, {}); }

    static std::string key_of(std::size_t position) {
        char text[24];
        std::snprintf(text, sizeof text, "%010zu", position);
        return text;
    }

private:
    bool on_ = false;
    std::vector<std::string> keys_;
};

struct store_access; // reads and restores the stores: impl/persist/records.ipp

} // namespace feishu::emulator::detail
