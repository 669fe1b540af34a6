#pragma once
// Fragmentation of payloads on the long connection: the frames of one payload share a message_id, and each
// has its position (`seq` of `sum`). `split` makes fragments, `fragments` reassembles them. No clock and no
// I/O inside.
//
//     auto whole = fragments.add(frame, now);
//     if (whole && *whole) …; // **whole is the payload; *whole is empty while fragments are missing

#include <chrono>
#include <cstddef>
#include <list>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <feishu/core/clock.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/event/impl/frame.hpp>
#include <feishu/event/long_connection_params.hpp>

namespace feishu::frames {

/// Splits a frame into frames with at most `max_payload` bytes of payload each, and sets their headers `sum`
/// and `seq`.
FEISHU_DECL std::vector<frame> split(frame const& whole, std::size_t max_payload);

/// Reassembles payloads from fragments in any order.
class fragments {
public:
    explicit fragments(fragment_limits limits = {}) : limits_(limits) {}

    /// Takes a fragment, and returns the payload if it is complete. A frame with `sum` 1, or without `sum`,
    /// is complete by itself. A duplicate is ignored. Errors: kind decode, for an invalid fragment. A message
    /// is dropped if its fragments disagree on `sum` or exceed the limits.
    FEISHU_DECL result<std::optional<std::string>> add(frame fragment, clock::time_point now);

    /// Drops messages whose lifetime is over; `add` does so too.
    FEISHU_DECL void expire(clock::time_point now);
    /// Drops everything, at the end of a connection: the next one does not continue its fragments.
    FEISHU_DECL void clear();

    std::size_t incomplete() const { return messages_.size(); }
    std::size_t bytes() const { return bytes_; }

private:
    struct message {
        std::string id{};
        std::size_t sum = 0;
        clock::time_point since{};
        std::map<std::size_t, std::string> parts{};
        std::size_t bytes = 0;
    };
    using position = std::list<message>::iterator;

    FEISHU_DECL result<position> find(frame const& fragment, std::size_t sum, clock::time_point now);
    FEISHU_DECL void drop(position which);
    FEISHU_DECL bool make_room(position keep, std::size_t more);

    fragment_limits limits_;
    std::list<message> messages_{}; ///< oldest first
    std::size_t bytes_ = 0;
};

} // namespace feishu::frames

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/event/impl/fragments.ipp>
#endif
