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
    auto fragment = whole;
    std::vector<frame> out;
    for (std::size_t seq = 0; seq < sum; ++seq) {
        fragment.payload = whole.payload.substr(seq * size, size);
        fragment.set_header("sum", std::to_string(sum));
        fragment.set_header("seq", std::to_string(seq));
        out.push_back(fragment);
    }
    return out;
}

FEISHU_DECL result<std::optional<std::string>> fragments::add(frame fragment, clock::time_point now) {
    expire(now);
    auto const sum = fragment.header("sum").empty() ? 1 : fragment.number("sum");
    auto const seq = fragment.header("seq").empty() ? 0 : fragment.number("seq");
    if (!sum || *sum == 0 || *sum > limits_.per_message)
        return detail::invalid_fragment("sum is out of range");
    if (!seq || *seq >= *sum)
        return detail::invalid_fragment("seq is not below sum");
    if (*sum == 1)
        return std::optional(std::move(fragment.payload));
    auto const found = find(fragment, *sum, now);
    if (!found)
        return found.error();
    auto const at = *found;
    if (at->parts.contains(*seq))
        return std::optional<std::string>();
    if (!make_room(at, fragment.payload.size())) {
        drop(at);
        return detail::invalid_fragment("message too large");
    }
    at->bytes += fragment.payload.size();
    bytes_ += fragment.payload.size();
    at->parts.emplace(*seq, std::move(fragment.payload));
    if (at->parts.size() < at->sum)
        return std::optional<std::string>();
    std::string whole;
    whole.reserve(at->bytes);
    for (auto const& [place, text] : at->parts)
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
FEISHU_DECL result<fragments::position> fragments::find(frame const& fragment, std::size_t sum,
                                                        clock::time_point now) {
    auto const id = fragment.header("message_id");
    if (id.empty() || id.size() > detail::max_id_bytes)
        return detail::invalid_fragment("message_id is missing or too long");
    auto const known = std::ranges::find(messages_, id, &message::id);
    if (known != messages_.end() && known->sum != sum) {
        drop(known);
        return detail::invalid_fragment("sum differs from the other fragments of the message");
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
