#pragma once
// Long payloads travel over the long connection in pieces: frames that share a message_id, each with its place (`seq`
// of `sum`). `split` cuts, `fragments` joins. No clock and no sockets inside.
//
//     auto whole = pieces.add(frame, now);
//     if (whole && *whole) …;                        // **whole is the payload; no payload yet: more is to come

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

/// Frames with at most `max_payload` bytes each, with the headers `sum` and `seq`; one frame when it fits.
FEISHU_DECL std::vector<frame> split(frame const& whole, std::size_t max_payload);

/// Joins pieces in any order.
class fragments {
public:
    explicit fragments(fragment_limits limits = {}) : limits_(limits) {}

    /// Takes a piece and returns the payload when it was the last one missing. A frame without `sum`, or with 1, is
    /// whole. A duplicate is ignored. Errors: kind decode, for a piece that contradicts the others; its message is then
    /// dropped.
    FEISHU_DECL result<std::optional<std::string>> add(frame piece, clock::time_point now);

    /// Drops messages that are too old to be completed; `add` does so by itself.
    FEISHU_DECL void expire(clock::time_point now);
    /// Drops everything: pieces of one connection do not arrive on the next.
    FEISHU_DECL void clear();

    std::size_t incomplete() const { return messages_.size(); }
    std::size_t bytes() const { return bytes_; }

private:
    struct message {
        std::string id{};
        std::size_t sum = 0;
        clock::time_point since{};
        std::map<std::size_t, std::string> pieces{};
        std::size_t bytes = 0;
    };
    using position = std::list<message>::iterator;

    FEISHU_DECL result<position> find(frame const& piece, std::size_t sum, clock::time_point now);
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
