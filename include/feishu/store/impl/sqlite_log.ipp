#pragma once

#include <algorithm>
#include <utility>

#include <feishu/store/impl/sqlite_log.hpp>
#include <feishu/store/impl/store_errors.hpp>

namespace feishu::detail {

namespace keys = sqlite_log_keys;

static_assert(keys::number_bits == 38, "the queries shift by it");

inline std::int64_t signed_size(std::size_t size) { return static_cast<std::int64_t>(size); }

// --- names and states

template <class State>
result<std::optional<State>> sqlite_logs::load(std::int64_t id) {
    auto rows = database_.run(load_, {keys::state(id)});
    if (rows.next())
        return std::optional(State{id, rows.number(0), rows.number(1)});
    if (rows.failure())
        return *rows.failure();
    return std::optional<State>();
}

// Ids are used for one name only, so that what is known of one that has been erased finds nothing.
template <class State>
result<std::optional<State>> sqlite_logs::find(std::int64_t parent, std::string_view name) {
    if (known_.size() > max_known)
        known_.clear();
    auto& known = known_[parent];
    if (auto const at = known.find(name); at != known.end()) {
        auto state = load<State>(at->second);
        if (!state || *state)
            return state;
        known.erase(at);
    }
    std::int64_t id = 0;
    {
        auto rows = database_.run(find_name_, {parent, name});
        if (!rows.next())
            return rows.failure() ? result<std::optional<State>>(*rows.failure()) : std::optional<State>();
        id = rows.number(0);
    }
    if (known.size() > max_known)
        known.clear();
    known.emplace(name, id);
    return load<State>(id);
}

template <class State>
result<State> sqlite_logs::find_or_add(std::int64_t parent, std::string_view name) {
    auto found = find<State>(parent, name);
    if (!found)
        return std::move(found).error();
    if (*found)
        return **found;
    if (auto added = database_.change(add_name_, {parent, name}); !added)
        return std::move(added).error();
    State out;
    out.id = database_.last_id();
    if (out.id > keys::max_space)
        return store_error("the file has no ids for further logs");
    auto const& [id, first, second] = out;
    auto added = database_.change(insert_, {keys::state(id), first, second, std::string_view()});
    return added ? result<State>(out) : std::move(added).error();
}

FEISHU_DECL result<void> sqlite_logs::write(std::int64_t id, std::int64_t first, std::int64_t second) {
    auto done = database_.change(write_, {keys::state(id), first, second});
    return done ? result<void>() : std::move(done).error();
}

FEISHU_DECL result<void> sqlite_logs::write(log_state const& log, log_state const& before) {
    return log == before ? result<void>() : write(log.id, log.last_number, log.entries);
}

FEISHU_DECL result<void> sqlite_logs::write(group_state const& group, group_state const& before) {
    return group == before ? result<void>() : write(group.id, group.last_delivered, group.oldest_claim);
}

// --- appending

FEISHU_DECL result<std::optional<std::string>>
sqlite_logs::append(std::string_view log, std::string_view value, append_options const& options) {
    auto const before = find_or_add<log_state>(0, log);
    if (!before)
        return before.error();
    auto to = *before;
    auto const number = add(to, value, options);
    if (!number)
        return number.error();
    if (auto done = write(to, *before); !done)
        return std::move(done).error();
    return *number ? std::optional(std::to_string(**number)) : std::nullopt;
}

FEISHU_DECL result<std::optional<std::int64_t>> sqlite_logs::add(log_state& to, std::string_view value,
                                                                 append_options const& options) {
    while (to.entries >= signed_size(options.max_entries)) {
        if (!options.drop_oldest)
            return std::optional<std::int64_t>();
        if (auto dropped = drop_oldest(to); !dropped)
            return std::move(dropped).error();
    }
    if (to.last_number == keys::max_number)
        return store_error("the log has no numbers for further entries");
    auto const number = to.last_number + 1;
    if (auto added = database_.change(insert_, {keys::entry(to.id, number), 0, 0, value}); !added)
        return std::move(added).error();
    to.last_number = number;
    ++to.entries;
    return std::optional(number);
}

FEISHU_DECL result<void> sqlite_logs::drop_oldest(log_state& from) {
    std::int64_t oldest = 0;
    {
        auto rows =
            database_.run(entries_, {keys::entry(from.id, 1), keys::entry(from.id, keys::max_number), 1});
        if (!rows.next())
            return rows.failure() ? *rows.failure() : store_error("the log is damaged");
        oldest = rows.number(0);
    }
    auto done = database_.change(delete_claims_, {from.id, oldest - keys::entry(from.id, 0)});
    if (done)
        done = database_.change(delete_, {oldest});
    --from.entries;
    return done ? result<void>() : std::move(done).error();
}

// --- claiming

FEISHU_DECL bool sqlite_logs::may_have_entries(std::string_view log, std::string_view group,
                                               claim_options const& options, std::int64_t now) {
    auto const from = find<log_state>(0, log);
    if (!from || !*from)
        return true; // a new log, or a failure
    auto const by = find<group_state>((*from)->id, group);
    return !by || !*by || (*from)->last_number > (*by)->last_delivered ||
           (*by)->oldest_claim <= now - 1000 * options.visibility.count();
}

FEISHU_DECL result<std::vector<log_entry>> sqlite_logs::claim(std::string_view log, std::string_view group,
                                                              std::string_view consumer,
                                                              claim_options const& options,
                                                              std::int64_t now) {
    auto const log_before = find_or_add<log_state>(0, log);
    if (!log_before)
        return log_before.error();
    auto const group_before = find_or_add<group_state>(log_before->id, group);
    if (!group_before)
        return group_before.error();
    auto from = *log_before;
    auto by = *group_before;
    std::vector<log_entry> out;
    auto done = claim({from, by, consumer, options, now, out});
    if (done)
        done = write(from, *log_before);
    if (done)
        done = write(by, *group_before);
    return done ? result<std::vector<log_entry>>(std::move(out)) : std::move(done).error();
}

FEISHU_DECL result<std::optional<append_outcome>>
sqlite_logs::append_and_claim(std::string_view log, std::string_view group, std::string_view consumer,
                              std::optional<std::string_view> value, append_options const& appending,
                              claim_options const& claiming, numbers handled, std::int64_t now) {
    auto const log_before = find_or_add<log_state>(0, log);
    if (!log_before)
        return log_before.error();
    auto const group_before = find_or_add<group_state>(log_before->id, group);
    if (!group_before)
        return group_before.error();
    auto in = *log_before;
    auto by = *group_before;
    if (auto settled = settle(in, by, handled); !settled)
        return std::move(settled).error();
    std::optional<append_outcome> out(std::in_place);
    if (value) {
        auto const number = add(in, *value, appending);
        if (!number)
            return number.error();
        if (*number)
            out->id = std::to_string(**number);
        else
            out.reset();
    }
    auto done = out ? claim({in, by, consumer, claiming, now, out->claimed}) : result<void>();
    if (done)
        done = write(in, *log_before);
    if (done)
        done = write(by, *group_before);
    return done ? result<std::optional<append_outcome>>(std::move(out)) : std::move(done).error();
}

FEISHU_DECL result<void> sqlite_logs::claim(claim_step const& c) {
    auto done = claim_expired(c);
    return done ? claim_new(c) : done;
}

FEISHU_DECL result<void> sqlite_logs::claim_expired(claim_step const& c) {
    if (c.group.oldest_claim > c.now - 1000 * c.options.visibility.count())
        return {};
    while (c.out.size() < c.options.max_entries) {
        auto expired = expired_claims(c);
        if (!expired)
            return std::move(expired).error();
        if (expired->empty()) {
            auto rows = database_.run(
                oldest_claim_, {keys::claim(c.group.id, 1), keys::claim(c.group.id, keys::max_number)});
            if (!rows.next())
                return *rows.failure();
            c.group.oldest_claim = rows.optional_number(0).value_or(no_claims);
            return {};
        }
        for (auto& claim : *expired) {
            if (claim.deliveries >= signed_size(c.options.max_deliveries)) {
                if (auto done = bury(c, claim); !done)
                    return done;
                continue;
            }
            auto done = database_.change(claim_again_, {keys::claim(c.group.id, claim.number),
                                                        claim.deliveries + 1, c.now, c.consumer});
            if (!done)
                return std::move(done).error();
            c.out.push_back({std::to_string(claim.number), std::move(claim.value),
                             static_cast<std::uint32_t>(claim.deliveries + 1)});
        }
    }
    return {};
}

FEISHU_DECL result<std::vector<sqlite_logs::expired_claim>> sqlite_logs::expired_claims(claim_step const& c) {
    std::vector<expired_claim> out;
    auto rows =
        database_.run(expired_claims_, {keys::claim(c.group.id, 1), keys::claim(c.group.id, keys::max_number),
                                        keys::entry(c.log.id, 0) - keys::state(c.group.id),
                                        c.now - 1000 * c.options.visibility.count(),
                                        signed_size(c.options.max_entries - c.out.size())});
    while (rows.next())
        out.push_back({rows.number(0) - keys::state(c.group.id), rows.number(1), rows.bytes(2)});
    if (rows.failure())
        return *rows.failure();
    return out;
}

FEISHU_DECL result<void> sqlite_logs::bury(claim_step const& c, expired_claim const& dead) {
    if (!c.options.dead_letters.empty()) {
        auto added = append(c.options.dead_letters, dead.value,
                            {.max_entries = c.options.max_dead_letters, .drop_oldest = true});
        if (!added)
            return std::move(added).error();
    }
    auto settled = settle(c.log, c.group, dead.number);
    return settled ? result<void>() : std::move(settled).error();
}

FEISHU_DECL result<void> sqlite_logs::claim_new(claim_step const& c) {
    if (c.group.last_delivered == c.log.last_number || c.out.size() == c.options.max_entries)
        return {};
    auto const first = c.out.size();
    {
        auto rows = database_.run(entries_, {keys::entry(c.log.id, c.group.last_delivered + 1),
                                             keys::entry(c.log.id, keys::max_number),
                                             signed_size(c.options.max_entries - first)});
        while (rows.next()) {
            c.group.last_delivered = rows.number(0) - keys::entry(c.log.id, 0);
            c.out.push_back({std::to_string(c.group.last_delivered), rows.bytes(1), 1});
        }
        if (rows.failure())
            return *rows.failure();
    }
    for (auto at = first; at < c.out.size(); ++at) {
        auto added = database_.change(
            insert_, {keys::claim(c.group.id, std::stoll(c.out[at].id)), 1, c.now, c.consumer});
        if (!added)
            return std::move(added).error();
        c.group.oldest_claim = (std::min)(c.group.oldest_claim, c.now);
    }
    return {};
}

// --- claimed entries

FEISHU_DECL result<std::size_t> sqlite_logs::acknowledge(std::string_view log, std::string_view group,
                                                         numbers handled) {
    auto const before = find<log_state>(0, log);
    if (!before || !*before)
        return before ? result<std::size_t>(std::size_t(0)) : before.error();
    auto const by = find<group_state>((*before)->id, group);
    if (!by || !*by)
        return by ? result<std::size_t>(std::size_t(0)) : by.error();
    auto in = **before;
    auto const count = settle(in, **by, handled);
    if (!count)
        return count.error();
    auto done = write(in, **before);
    return done ? count : std::move(done).error();
}

FEISHU_DECL result<std::size_t> sqlite_logs::settle(log_state& log, group_state const& group,
                                                    numbers handled) {
    std::size_t count = 0;
    for (auto const number : handled) {
        if (number < 1 || number > static_cast<std::uint64_t>(keys::max_number))
            continue;
        auto settled = settle(log, group, static_cast<std::int64_t>(number));
        if (!settled)
            return std::move(settled).error();
        count += *settled ? 1 : 0;
    }
    return count;
}

// Removes a claim, and the entry if no group needs it any longer. False if there was no claim.
FEISHU_DECL result<bool> sqlite_logs::settle(log_state& log, group_state const& group, std::int64_t number) {
    auto changed = database_.change(delete_, {keys::claim(group.id, number)});
    if (!changed || *changed == 0)
        return changed ? result<bool>(false) : std::move(changed).error();
    changed = database_.change(delete_settled_, {keys::entry(log.id, number), log.id, number});
    if (!changed)
        return std::move(changed).error();
    log.entries -= *changed;
    return true;
}

FEISHU_DECL result<std::size_t> sqlite_logs::touch(std::string_view log, std::string_view group,
                                                   std::string_view consumer, numbers claimed,
                                                   std::int64_t claimed_at) {
    auto const in = find<log_state>(0, log);
    if (!in || !*in)
        return in ? result<std::size_t>(std::size_t(0)) : in.error();
    auto const before = find<group_state>((*in)->id, group);
    if (!before || !*before)
        return before ? result<std::size_t>(std::size_t(0)) : before.error();
    auto by = **before;
    std::size_t count = 0;
    for (auto const number : claimed) {
        if (number < 1 || number > static_cast<std::uint64_t>(keys::max_number))
            continue;
        auto const key = keys::claim(by.id, static_cast<std::int64_t>(number));
        auto changed = database_.change(touch_claim_, {key, claimed_at, consumer});
        if (!changed)
            return std::move(changed).error();
        count += static_cast<std::size_t>(*changed);
    }
    if (count != 0)
        by.oldest_claim = (std::min)(by.oldest_claim, claimed_at);
    auto done = write(by, **before);
    return done ? result<std::size_t>(count) : std::move(done).error();
}

// --- whole logs

FEISHU_DECL result<std::vector<log_entry>> sqlite_logs::read(std::string_view log, std::uint64_t after,
                                                             std::size_t max_entries) {
    std::vector<log_entry> out;
    auto const from = find<log_state>(0, log);
    if (!from)
        return from.error();
    if (!*from || after >= static_cast<std::uint64_t>(keys::max_number))
        return out;
    auto const id = (*from)->id;
    auto rows = database_.run(entries_, {keys::entry(id, static_cast<std::int64_t>(after) + 1),
                                         keys::entry(id, keys::max_number), signed_size(max_entries)});
    while (rows.next())
        out.push_back({std::to_string(rows.number(0) - keys::entry(id, 0)), rows.bytes(1), 0});
    if (rows.failure())
        return *rows.failure();
    return out;
}

FEISHU_DECL result<bool> sqlite_logs::erase(std::string_view log) {
    auto const found = find<log_state>(0, log);
    if (!found || !*found)
        return found ? result<bool>(false) : found.error();
    auto const id = (*found)->id;
    auto done = database_.change(delete_range_, {keys::entry(id, 1), keys::entry(id, keys::max_number)});
    if (done)
        done = database_.change(delete_, {keys::state(id)});
    for (auto* const query : {&erase_groups_, &erase_group_names_, &erase_name_})
        if (done)
            done = database_.change(*query, {id});
    return done ? result<bool>(true) : std::move(done).error();
}

} // namespace feishu::detail
