#pragma once
// event_records: the entries of memory_dedup_store, found by the hash of their key and ordered by time.
//
// A million entries are in use at a time, one is added and one is dropped per event: entries are small, lie in the
// order in which they are used, and are reused; the index holds a part of the hash, so that searching touches one
// other entry at most.

#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <feishu/core/clock.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/event/impl/key_hash.hpp>

namespace feishu::detail {

class event_records {
public:
    /// Of an entry, until it is erased.
    using position = std::uint32_t;
    static constexpr position none = UINT32_MAX;

    /// A recorded response and the entry that it belongs to.
    struct recorded_response {
        position owner = none;
        std::string text{};
    };
    using responses = std::list<recorded_response>;

    struct entry {
        key_hash key{};
        bool done = false; // or claimed
        clock::time_point since{};
        std::optional<responses::iterator> response{};

    private:
        friend event_records;
        position older_ = none;
        position newer_ = none; // of a free entry, the next free one
    };

    entry& operator[](position at) { return chunks_[at / chunk_size][at % chunk_size]; }
    entry const& operator[](position at) const { return chunks_[at / chunk_size][at % chunk_size]; }
    std::size_t size() const { return size_; }
    /// none if there are no entries.
    position oldest() const { return oldest_; }
    /// none if there is no such entry.
    FEISHU_DECL position find(key_hash const& key) const;
    /// Adds the newest entry. There is none with this key.
    FEISHU_DECL position insert(key_hash const& key);
    FEISHU_DECL void make_newest(position at);
    FEISHU_DECL void erase(position at);

    /// Has the processor load what `find` and `insert` will look at first.
    FEISHU_DECL void prefetch(key_hash const& key) const;

private:
    static constexpr std::size_t chunk_size = 1024;

    /// A place of the index, at the hash or behind it without a gap.
    struct slot {
        std::uint32_t hash = 0;
        position at = none;
    };

    static std::uint32_t short_hash(key_hash const& key) { return static_cast<std::uint32_t>(key.low); }
    std::size_t next(std::size_t place) const { return (place + 1) & (index_.size() - 1); }
    std::size_t place_of(std::uint32_t hash) const { return hash & (index_.size() - 1); }
    FEISHU_DECL void index(position at);
    FEISHU_DECL void unindex(position at);
    FEISHU_DECL void grow();
    FEISHU_DECL position take_free();
    FEISHU_DECL void link_newest(position at);
    FEISHU_DECL void unlink(position at);

    std::vector<std::unique_ptr<entry[]>> chunks_; // of `chunk_size` entries, which keep their place
    position used_ = 0;                            // entries that were in use once
    std::vector<slot> index_;                      // open addressing, a power of two, at most half full
    std::size_t size_ = 0;
    position oldest_ = none;
    position newest_ = none;
    position free_ = none;
};

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/event/impl/event_records.ipp>
#endif
