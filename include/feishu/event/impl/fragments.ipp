#pragma once

#include <algorithm>
#include <string_view>
#include <utility>

#include <feishu/core/impl/deadline.hpp>
#include <feishu/event/impl/fragments.hpp>

namespace feishu::frames {
namespace detail {

inline constexpr std::size_t max_id_bytes = 256;

inline error invalid_fragment(std::string_view why) {
    return error{.kind = error_kind::decode, .message = "fragment dropped: " + std::string(why)};
}

} // namespace detail

FEISHU_DECL std::vector<frame> split(frame const& whole, std::size_t max_payload) {
    auto const size = (std::max)(std::size_t{1}, max_payload);
    auto const sum = (std::max)(std::size_t{1}, (whole.payload.size() + size - 1) / size);
    auto piece = whole;
    std::vector<frame> out;
    for (std::size_t seq = 0; seq < sum; ++seq) {
        piece.payload = whole.payload.substr(seq * size, size);
        piece.set_header("sum", std::to_string(sum));
        piece.set_header("seq", std::to_string(seq));
        out.push_back(piece);
    }
    return out;
}

FEISHU_DECL result<std::optional<std::string>> fragments::add(frame piece, clock::time_point now) {
    expire(now);
    auto const sum = piece.header("sum").empty() ? 1 : piece.number("sum");
    auto const seq = piece.header("seq").empty() ? 0 : piece.number("seq");
    if (!sum || *sum == 0 || *sum > limits_.pieces)
        return detail::invalid_fragment("sum is not a number of pieces");
    if (!seq || *seq >= *sum)
        return detail::invalid_fragment("seq is not below sum");
    if (*sum == 1)
        return std::optional(std::move(piece.payload));
    auto const found = find(piece, *sum, now);
    if (!found)
        return found.error();
    auto const at = *found;
    if (at->pieces.contains(*seq))
        return std::optional<std::string>();
    if (!make_room(at, piece.payload.size())) {
        drop(at);
        return detail::invalid_fragment("message too large");
    }
    at->bytes += piece.payload.size();
    bytes_ += piece.payload.size();
    at->pieces.emplace(*seq, std::move(piece.payload));
    if (at->pieces.size() < at->sum)
        return std::optional<std::string>();
    std::string whole;
    whole.reserve(at->bytes);
    for (auto const& [place, text] : at->pieces)
        whole += text;
    drop(at);
    return std::optional(std::move(whole));
}

FEISHU_DECL void fragments::expire(clock::time_point now) {
    while (!messages_.empty() &&
           now >= feishu::detail::saturating_deadline(messages_.front().since, limits_.lifetime))
        drop(messages_.begin());
}

FEISHU_DECL void fragments::clear() {
    messages_.clear();
    bytes_ = 0;
}

/// The message of a fragment; a new one for its first fragment.
FEISHU_DECL result<fragments::position> fragments::find(frame const& piece, std::size_t sum,
                                                        clock::time_point now) {
    auto const id = piece.header("message_id");
    if (id.empty() || id.size() > detail::max_id_bytes)
        return detail::invalid_fragment("message_id is missing or too long");
    auto const known = std::ranges::find(messages_, id, &message::id);
    if (known != messages_.end() && known->sum != sum) {
        drop(known);
        return detail::invalid_fragment("sum differs from the other pieces of the message");
    }
    if (known != messages_.end())
        return known;
    messages_.push_back({.id = std::string(id), .sum = sum, .since = now});
    if (messages_.size() > (std::max)(std::size_t{1}, limits_.messages))
        drop(messages_.begin());
    return std::prev(messages_.end());
}

FEISHU_DECL void fragments::drop(position which) {
    bytes_ -= which->bytes;
    messages_.erase(which);
}

/// Drops other messages, the oldest first, until `more` bytes fit. False if they cannot fit.
FEISHU_DECL bool fragments::make_room(position keep, std::size_t more) {
    if (keep->bytes + more > limits_.bytes)
        return false;
    while (bytes_ + more > limits_.bytes)
        drop(messages_.begin() == keep ? std::next(keep) : messages_.begin());
    return true;
}

} // namespace feishu::frames
