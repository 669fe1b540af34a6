#pragma once

#include <algorithm>
#include <charconv>
#include <system_error>
#include <utility>

#include <feishu/store/impl/memory_log.hpp>
#include <feishu/store/impl/store_errors.hpp>

namespace feishu::detail {

FEISHU_DECL std::optional<std::uint64_t> parse_log_id(std::string_view id) {
    std::uint64_t out = 0;
    auto const [end, failure] = std::from_chars(id.data(), id.data() + id.size(), out);
    if (failure != std::errc{} || end != id.data() + id.size() || out > INT64_MAX)
        return std::nullopt;
    return out;
}

FEISHU_DECL result<std::vector<std::uint64_t>> parse_log_ids(std::span<std::string const> ids) {
    std::vector<std::uint64_t> out;
    for (auto const& id : ids) {
        auto const number = parse_log_id(id);
        if (!number)
            return unknown_log_id();
        out.push_back(*number);
    }
    return out;
}

FEISHU_DECL result<std::string> memory_log::append(std::string_view value, append_options const& options) {
    if (entries_.size() >= options.max_entries && !options.drop_oldest)
        return log_is_full();
    while (entries_.size() >= options.max_entries)
        remove(entries_.begin()->first);
    entries_.emplace(++last_id_, value);
    return std::to_string(last_id_);
}

FEISHU_DECL std::vector<log_entry> memory_log::claim(std::string_view group, std::string_view consumer,
                                                     claim_options const& options, std::int64_t now,
                                                     dead_letter_function const& on_dead_letter) {
    std::vector<log_entry> out;
    auto found = groups_.find(group);
    if (found == groups_.end())
        found = groups_.emplace(std::string(group), group_state{}).first;
    auto& in = found->second;
    claim_expired(in, consumer, options, now, on_dead_letter, out);
    for (auto at = entries_.upper_bound(in.last_delivered);
         at != entries_.end() && out.size() < options.max_entries; ++at) {
        out.push_back({std::to_string(at->first), at->second, 1});
        in.claims.emplace(at->first, claim_state{std::string(consumer), now, 1});
        in.last_delivered = at->first;
    }
    return out;
}

FEISHU_DECL void memory_log::claim_expired(group_state& in, std::string_view consumer,
                                           claim_options const& options, std::int64_t now,
                                           dead_letter_function const& on_dead_letter,
                                           std::vector<log_entry>& out) {
    auto const expired = now - 1000 * options.visibility.count();
    for (auto at = in.claims.begin(); at != in.claims.end() && out.size() < options.max_entries;) {
        auto& [id, claim] = *at;
        if (claim.claimed_at > expired) {
            ++at;
        } else if (claim.deliveries >= options.max_deliveries) {
            on_dead_letter(entries_.at(id));
            auto const dead = id;
            at = in.claims.erase(at);
            remove_if_settled(dead);
        } else {
            claim = {std::string(consumer), now, claim.deliveries + 1};
            out.push_back({std::to_string(id), entries_.at(id), claim.deliveries});
            ++at;
        }
    }
}

FEISHU_DECL std::size_t memory_log::acknowledge(std::string_view group, std::span<std::uint64_t const> ids) {
    auto const in = groups_.find(group);
    std::size_t count = 0;
    for (auto const id : ids)
        if (in != groups_.end() && in->second.claims.erase(id) != 0) {
            ++count;
            remove_if_settled(id);
        }
    return count;
}

FEISHU_DECL std::size_t memory_log::touch(std::string_view group, std::string_view consumer,
                                          std::span<std::uint64_t const> ids, std::int64_t claimed_at) {
    auto const in = groups_.find(group);
    if (in == groups_.end())
        return 0;
    std::size_t count = 0;
    for (auto const id : ids) {
        auto const claim = in->second.claims.find(id);
        if (claim == in->second.claims.end() || claim->second.consumer != consumer)
            continue;
        claim->second.claimed_at = claimed_at;
        ++count;
    }
    return count;
}

FEISHU_DECL std::vector<log_entry> memory_log::read(std::uint64_t after, std::size_t max_entries) const {
    std::vector<log_entry> out;
    for (auto at = entries_.upper_bound(after); at != entries_.end() && out.size() < max_entries; ++at)
        out.push_back({std::to_string(at->first), at->second, 0});
    return out;
}

FEISHU_DECL void memory_log::remove(std::uint64_t id) {
    entries_.erase(id);
    for (auto& [name, group] : groups_)
        group.claims.erase(id);
}

FEISHU_DECL void memory_log::remove_if_settled(std::uint64_t id) {
    bool const settled = std::ranges::all_of(groups_, [&](auto const& group) {
        return group.second.last_delivered >= id && !group.second.claims.contains(id);
    });
    if (settled)
        entries_.erase(id);
}

} // namespace feishu::detail
