#pragma once

#include <utility>

#include <feishu/store/impl/sqlite_log.hpp>
#include <feishu/store/impl/store_errors.hpp>

namespace feishu::detail {

inline std::int64_t signed_size(std::size_t size) { return static_cast<std::int64_t>(size); }

FEISHU_DECL result<std::optional<std::string>>
sqlite_logs::append(std::string_view log, std::string_view value, append_options const& options) {
    if (options.drop_oldest)
        if (auto dropped = drop_oldest(log, options.max_entries); !dropped)
            return std::move(dropped).error();
    std::int64_t id = 0, number = 0;
    {
        auto rows = database_.run(append_to_log_, {log, signed_size(options.max_entries)});
        if (!rows.next())
            return rows.failure() ? result<std::optional<std::string>>(*rows.failure())
                                  : std::optional<std::string>();
        id = rows.number(0);
        number = rows.number(1);
        rows.next(); // completes the statement
    }
    if (auto added = database_.change(insert_entry_, {id, number, value}); !added)
        return std::move(added).error();
    return std::optional(std::to_string(number));
}

FEISHU_DECL result<void> sqlite_logs::drop_oldest(std::string_view log, std::size_t max_entries) {
    for (;;) {
        std::int64_t id = 0, number = 0;
        {
            auto rows = database_.run(oldest_entry_, {log, signed_size(max_entries)});
            if (!rows.next())
                return rows.failure() ? result<void>(*rows.failure()) : result<void>();
            id = rows.number(0);
            number = rows.number(1);
        }
        for (auto* const query : {&delete_claims_, &delete_entry_})
            if (auto done = database_.change(*query, {id, number}); !done)
                return std::move(done).error();
        if (auto done = database_.change(count_removed_, {id}); !done)
            return std::move(done).error();
    }
}

FEISHU_DECL result<std::optional<sqlite_logs::group_row>> sqlite_logs::find_group(std::string_view log,
                                                                                  std::string_view group) {
    auto rows = database_.run(find_group_, {log, group});
    if (rows.next())
        return std::optional(group_row{rows.number(0), rows.number(1), rows.number(2)});
    if (rows.failure())
        return *rows.failure();
    return std::optional<group_row>();
}

FEISHU_DECL result<sqlite_logs::group_row> sqlite_logs::group_of(std::string_view log,
                                                                 std::string_view group) {
    auto found = find_group(log, group);
    if (!found)
        return std::move(found).error();
    if (*found)
        return **found;
    if (auto added = database_.change(add_log_, {log}); !added)
        return std::move(added).error();
    if (auto added = database_.change(add_group_, {log, group}); !added)
        return std::move(added).error();
    found = find_group(log, group);
    if (!found)
        return std::move(found).error();
    return found->value();
}

FEISHU_DECL bool sqlite_logs::may_have_entries(std::string_view log, std::string_view group,
                                               claim_options const& options, std::int64_t now) {
    auto rows = database_.run(is_claimable_, {log, group, now - 1000 * options.visibility.count()});
    return !rows.next() || rows.number(0) != 0; // the group may be new, or the query may have failed
}

FEISHU_DECL result<std::vector<log_entry>> sqlite_logs::claim(std::string_view log, std::string_view group,
                                                              std::string_view consumer,
                                                              claim_options const& options,
                                                              std::int64_t now) {
    auto const in = group_of(log, group);
    if (!in)
        return in.error();
    std::vector<log_entry> out;
    if (auto done = claim_expired(*in, consumer, options, now, out); !done)
        return std::move(done).error();
    if (auto done = claim_new(*in, consumer, options, now, out); !done)
        return std::move(done).error();
    return out;
}

FEISHU_DECL result<std::vector<sqlite_logs::expired_claim>>
sqlite_logs::expired_claims(group_row const& in, claim_options const& options, std::int64_t now,
                            std::size_t max_entries) {
    std::vector<expired_claim> out;
    auto rows = database_.run(
        expired_claims_, {in.log, in.id, now - 1000 * options.visibility.count(), signed_size(max_entries)});
    while (rows.next())
        out.push_back({rows.number(0), rows.number(1), rows.bytes(2)});
    if (rows.failure())
        return *rows.failure();
    return out;
}

FEISHU_DECL result<void> sqlite_logs::claim_expired(group_row const& in, std::string_view consumer,
                                                    claim_options const& options, std::int64_t now,
                                                    std::vector<log_entry>& out) {
    for (;;) {
        auto expired = expired_claims(in, options, now, options.max_entries - out.size());
        if (!expired)
            return std::move(expired).error();
        if (expired->empty())
            return {};
        for (auto& claim : *expired) {
            if (claim.deliveries >= signed_size(options.max_deliveries)) {
                if (auto done = bury(in, claim, options); !done)
                    return done;
                continue;
            }
            if (auto done = database_.change(renew_claim_,
                                             {in.id, claim.number, consumer, now, claim.deliveries + 1});
                !done)
                return std::move(done).error();
            out.push_back({std::to_string(claim.number), std::move(claim.value),
                           static_cast<std::uint32_t>(claim.deliveries + 1)});
        }
        if (out.size() == options.max_entries)
            return {};
    }
}

FEISHU_DECL result<void> sqlite_logs::bury(group_row const& in, expired_claim const& dead,
                                           claim_options const& options) {
    if (!options.dead_letters.empty()) {
        auto added = append(options.dead_letters, dead.value,
                            {.max_entries = options.max_dead_letters, .drop_oldest = true});
        if (!added)
            return std::move(added).error();
    }
    auto settled = settle(in, dead.number);
    return settled ? result<void>() : std::move(settled).error();
}

FEISHU_DECL result<void> sqlite_logs::claim_new(group_row const& in, std::string_view consumer,
                                                claim_options const& options, std::int64_t now,
                                                std::vector<log_entry>& out) {
    auto const before = out.size();
    auto last = in.last_delivered;
    {
        auto rows = database_.run(new_entries_, {in.log, last, signed_size(options.max_entries - before)});
        while (rows.next()) {
            last = rows.number(0);
            out.push_back({std::to_string(last), rows.bytes(1), 1});
            if (auto added = database_.change(add_claim_, {in.id, last, consumer, now}); !added)
                return std::move(added).error();
        }
        if (rows.failure())
            return *rows.failure();
    }
    if (out.size() != before)
        if (auto done = database_.change(set_delivered_, {in.id, last}); !done)
            return std::move(done).error();
    return {};
}

FEISHU_DECL result<std::size_t> sqlite_logs::acknowledge(std::string_view log, std::string_view group,
                                                         std::span<std::uint64_t const> numbers) {
    auto const in = find_group(log, group);
    if (!in)
        return in.error();
    std::size_t count = 0;
    for (auto const number : numbers)
        if (*in) {
            auto settled = settle(**in, static_cast<std::int64_t>(number));
            if (!settled)
                return std::move(settled).error();
            count += *settled ? 1 : 0;
        }
    return count;
}

// Removes a claim, and the entry if no group needs it any longer. False if there was no claim.
FEISHU_DECL result<bool> sqlite_logs::settle(group_row const& in, std::int64_t number) {
    auto changed = database_.change(delete_claim_, {in.id, number});
    if (!changed || *changed == 0)
        return changed ? result<bool>(false) : std::move(changed).error();
    changed = database_.change(delete_settled_, {in.log, number});
    if (changed && *changed != 0)
        changed = database_.change(count_removed_, {in.log});
    return changed ? result<bool>(true) : std::move(changed).error();
}

FEISHU_DECL result<std::size_t> sqlite_logs::touch(std::string_view log, std::string_view group,
                                                   std::string_view consumer,
                                                   std::span<std::uint64_t const> numbers,
                                                   std::int64_t claimed_at) {
    auto const in = find_group(log, group);
    if (!in)
        return in.error();
    std::size_t count = 0;
    for (auto const number : numbers)
        if (*in) {
            auto changed = database_.change(
                touch_claim_, {(*in)->id, static_cast<std::int64_t>(number), consumer, claimed_at});
            if (!changed)
                return std::move(changed).error();
            count += static_cast<std::size_t>(*changed);
        }
    return count;
}

FEISHU_DECL result<std::vector<log_entry>> sqlite_logs::read(std::string_view log, std::uint64_t after,
                                                             std::size_t max_entries) {
    std::vector<log_entry> out;
    auto rows =
        database_.run(read_entries_, {log, static_cast<std::int64_t>(after), signed_size(max_entries)});
    while (rows.next())
        out.push_back({std::to_string(rows.number(0)), rows.bytes(1), 0});
    if (rows.failure())
        return *rows.failure();
    return out;
}

FEISHU_DECL result<bool> sqlite_logs::erase(std::string_view log) {
    for (auto* const query : {&erase_claims_, &erase_groups_, &erase_entries_})
        if (auto done = database_.change(*query, {log}); !done)
            return std::move(done).error();
    auto erased = database_.change(erase_log_, {log});
    return erased ? result<bool>(*erased != 0) : std::move(erased).error();
}

} // namespace feishu::detail
