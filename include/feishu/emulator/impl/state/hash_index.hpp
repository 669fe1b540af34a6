#pragma once
// hash_index: finds the position of an entry by a text. A tenant may hold a million entries: the index has 96 bits of a
// hash for a key, which do not repeat by chance, and 32 bytes an entry.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_set>

#include <feishu/event/impl/key_hash.hpp>

namespace feishu::emulator::detail {

class hash_index {
public:
    /// The first entry with a key stays.
    void add(std::string_view key, std::uint32_t position) { entries_.insert(entry_of(key, position)); }
    void replace(std::string_view key, std::uint32_t position) {
        entries_.erase(entry_of(key));
        add(key, position);
    }
    /// Removes the key if it belongs to this position.
    void remove(std::string_view key, std::uint32_t position) {
        if (find(key) == position)
            entries_.erase(entry_of(key));
    }
    std::optional<std::uint32_t> find(std::string_view key) const {
        auto const found = entries_.find(entry_of(key));
        return found == entries_.end() ? std::nullopt : std::optional(found->position);
    }

private:
    struct entry {
        std::uint64_t low = 0;
        std::uint32_t high = 0;
        std::uint32_t position = 0;

        friend bool operator==(entry const& a, entry const& b) { return a.low == b.low && a.high == b.high; }
    };
    struct low_half { // noexcept: the set then stores no hash beside the entry
        std::size_t operator()(entry const& one) const noexcept { return one.low; }
    };

    // Without a secret: a program that floods its own emulator has nothing to gain.
    static entry entry_of(std::string_view key, std::uint32_t position = 0) {
        auto const hash = feishu::detail::hash_of(key, {});
        return {hash.low, static_cast<std::uint32_t>(hash.high), position};
    }

    std::unordered_set<entry, low_half> entries_;
};

} // namespace feishu::emulator::detail
