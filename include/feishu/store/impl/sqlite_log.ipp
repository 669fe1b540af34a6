#pragma once

#include <algorithm>
#include <cstring>
#include <type_traits>
#include <utility>

#include <feishu/store/impl/sqlite_log.hpp>
#include <feishu/store/impl/store_errors.hpp>

namespace feishu::detail {

namespace keys = sqlite_log_keys;

static_assert(keys::number_bits == 38, "the queries shift by it");

inline std::int64_t signed_size(std::size_t size) { return static_cast<std::int64_t>(size); }

// --- names and states

FEISHU_DECL sqlite_logs::group_state* sqlite_logs::log_state::group(std::int64_t wanted) {
    auto const at = std::ranges::find(groups, wanted, &group_state::id);
    return at != groups.end() ? &*at : nullptr;
}

// Ids are used for one name only, so that what is known of one that has been erased finds no rows.
FEISHU_DECL result<std::optional<std::int64_t>> sqlite_logs::find_id(std::int64_t parent,
                                                                     std::string_view name) {
    if (known_.size() > max_known)
        known_.clear();
    auto& known = known_[parent];
    if (auto const at = known.find(name); at != known.end())
        return std::optional(at->second);
    auto rows = database_.run(find_name_, {parent, name});
    if (!rows.next())
        return rows.failure() ? result<std::optional<std::int64_t>>(*rows.failure())
                              : std::optional<std::int64_t>();
    if (known.size() > max_known)
        known.clear();
    known.emplace(name, rows.number(0));
    return std::optional(rows.number(0));
}

FEISHU_DECL result<std::int64_t> sqlite_logs::add_id(std::int64_t parent, std::string_view name) {
    if (auto added = database_.change(add_name_, {parent, name}); !added)
        return std::move(added).error();
    auto const id = database_.last_id();
    return id <= keys::max_space ? result<std::int64_t>(id)
                                 : store_error("the file has no ids for further logs");
}

FEISHU_DECL result<std::optional<sqlite_logs::log_state>> sqlite_logs::load(std::int64_t id) {
    auto rows = database_.run(load_, {keys::state(id)});
    if (!rows.next())
        return rows.failure() ? result<std::optional<log_state>>(*rows.failure())
                              : std::optional<log_state>();
    static_assert(std::is_trivially_copyable_v<group_state> && sizeof(group_state) == 3 * 8);
    log_state out{id, rows.number(0), rows.number(1)};
    auto const groups = rows.bytes(2);
    if (groups.size() % sizeof(group_state) != 0)
        return store_error("the file is damaged");
    out.groups.resize(groups.size() / sizeof(group_state));
    std::memcpy(out.groups.data(), groups.data(), groups.size());
    return std::optional(std::move(out));
}

FEISHU_DECL result<std::optional<sqlite_logs::log_state>> sqlite_logs::find(std::string_view log) {
    for (bool again = false;; again = true) {
        auto const id = find_id(0, log);
        if (!id || !*id)
            return id ? std::optional<log_state>() : result<std::optional<log_state>>(id.error());
        auto state = load(**id);
        if (again || !state || *state)
            return state;
        known_.clear(); // another process has erased the log, and perhaps begun it again
    }
}

FEISHU_DECL result<sqlite_logs::log_state> sqlite_logs::find_or_add(std::string_view log) {
    auto found = find(log);
    if (!found)
        return std::move(found).error();
    if (*found)
        return std::move(**found);
    auto const id = add_id(0, log);
    if (!id)
        return id.error();
    auto added = database_.change(insert_, {keys::state(*id), 0, 0, std::string_view()});
    return added ? result<log_state>(log_state{.id = *id}) : std::move(added).error();
}

FEISHU_DECL result<sqlite_logs::group_state*> sqlite_logs::find_group(log_state& in, std::string_view group) {
    auto const id = find_id(in.id, group);
    if (!id)
        return id.error();
    return *id ? in.group(**id) : nullptr;
}

FEISHU_DECL result<sqlite_logs::group_state*> sqlite_logs::find_or_add_group(log_state& in,
                                                                             std::string_view group) {
    auto const found = find_group(in, group);
    if (!found || *found != nullptr)
        return found;
    auto const id = add_id(in.id, group);
    if (!id)
        return id.error();
    return &in.groups.emplace_back(group_state{.id = *id});
}

FEISHU_DECL result<void> sqlite_logs::write(log_state const& log, log_state const& before) {
    if (log == before)
        return {};
    std::string_view const groups{reinterpret_cast<char const*>(log.groups.data()),
                                  log.groups.size() * sizeof(group_state)};
    auto done = database_.change(write_, {keys::state(log.id), log.last_number, log.entries, groups});
    return done ? result<void>() : std::move(done).error();
}

// --- appending

FEISHU_DECL result<std::optional<std::string>> sqlite_logs::append(std::string_view log,
                                                                   new_entry const& added) {
    auto const before = find_or_add(log);
    if (!before)
        return before.error();
    auto to = *before;
    auto id = add(to, added);
    auto done = id ? write(to, *before) : std::move(id).error();
    return done ? std::move(id) : std::move(done).error();
}

FEISHU_DECL result<std::optional<std::string>> sqlite_logs::add(log_state& to, new_entry const& added) {
    auto const most = signed_size(added.options.max_entries);
    if (to.entries >= most && !added.options.drop_oldest)
        return std::optional<std::string>();
    if (to.last_number == keys::max_number)
        return store_error("the log has no numbers for further entries");
    auto const number = to.last_number + 1;
    auto id = std::to_string(number);
    if (auto const admitted = added.admit ? added.admit(id) : true; !admitted || !*admitted)
        return admitted ? std::optional(std::string()) : result<std::optional<std::string>>(admitted.error());
    while (to.entries >= most)
        if (auto dropped = drop_oldest(to); !dropped)
            return std::move(dropped).error();
    if (auto done = database_.change(insert_, {keys::entry(to.id, number), 0, 0, added.value}); !done)
        return std::move(done).error();
    to.last_number = number;
    ++to.entries;
    return std::optional(std::move(id));
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
    auto from = find(log);
    if (!from || !*from)
        return true; // a new log, or a failure
    auto const by = find_group(**from, group);
    return !by || *by == nullptr || (*from)->last_number > (*by)->last_delivered ||
           (*by)->oldest_claim <= now - 1000 * options.visibility.count();
}

FEISHU_DECL result<std::vector<log_entry>> sqlite_logs::claim(std::string_view log, std::string_view group,
                                                              std::string_view consumer,
                                                              claim_options const& options,
                                                              std::int64_t now) {
    auto out = append_and_claim(log, group, consumer, nullptr, options, {}, now);
    return out ? result<std::vector<log_entry>>(std::move((*out)->claimed)) : std::move(out).error();
}

FEISHU_DECL result<std::optional<append_outcome>>
sqlite_logs::append_and_claim(std::string_view log, std::string_view group, std::string_view consumer,
                              new_entry const* added, claim_options const& claiming, numbers handled,
                              std::int64_t now) {
    auto const before = find_or_add(log);
    if (!before)
        return before.error();
    auto in = *before;
    auto const by = find_or_add_group(in, group);
    if (!by)
        return by.error();
    if (auto settled = settle(in, **by, handled); !settled)
        return std::move(settled).error();
    std::optional<append_outcome> out(std::in_place);
    claim_step step{in, **by, consumer, claiming, now, out->claimed};
    if (added != nullptr) {
        auto id = add(in, *added);
        if (!id)
            return std::move(id).error();
        if (!*id)
            out.reset();
        else if (out->id = std::move(**id); !out->id.empty())
            step.newest = added->value;
    }
    auto done = out ? claim(step) : result<void>();
    if (done)
        done = write(in, *before);
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
            auto done = database_.change(
                write_, {keys::claim(c.group.id, claim.number), claim.deliveries + 1, c.now, c.consumer});
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
        append_options const options{.max_entries = c.options.max_dead_letters, .drop_oldest = true};
        auto added = append(c.options.dead_letters, {dead.value, options});
        if (!added)
            return std::move(added).error();
    }
    auto settled = settle(c.log, c.group, dead.number);
    return settled ? result<void>() : std::move(settled).error();
}

FEISHU_DECL result<void> sqlite_logs::claim_new(claim_step const& c) {
    auto const first = c.out.size();
    if (auto done = take_new(c); !done)
        return done;
    for (auto at = first; at < c.out.size(); ++at) {
        auto added = database_.change(
            insert_, {keys::claim(c.group.id, std::stoll(c.out[at].id)), 1, c.now, c.consumer});
        if (!added)
            return std::move(added).error();
        c.group.oldest_claim = (std::min)(c.group.oldest_claim, c.now);
    }
    return {};
}

// The entry that was just added is not read again if it is the only new one.
FEISHU_DECL result<void> sqlite_logs::take_new(claim_step const& c) {
    auto const take = [&](std::int64_t number, std::string value) {
        c.group.last_delivered = number;
        c.out.push_back({std::to_string(number), std::move(value), 1});
    };
    auto const room = c.options.max_entries - c.out.size();
    if (c.group.last_delivered == c.log.last_number || room == 0)
        return {};
    if (c.newest && c.group.last_delivered + 1 == c.log.last_number) {
        take(c.log.last_number, std::string(*c.newest));
        return {};
    }
    auto rows = database_.run(entries_, {keys::entry(c.log.id, c.group.last_delivered + 1),
                                         keys::entry(c.log.id, keys::max_number), signed_size(room)});
    while (rows.next())
        take(rows.number(0) - keys::entry(c.log.id, 0), rows.bytes(1));
    return rows.failure() ? *rows.failure() : result<void>();
}

// --- claimed entries

FEISHU_DECL result<std::size_t> sqlite_logs::acknowledge(std::string_view log, std::string_view group,
                                                         numbers handled) {
    auto const before = find(log);
    if (!before || !*before)
        return before ? result<std::size_t>(std::size_t(0)) : before.error();
    auto in = **before;
    auto const by = find_group(in, group);
    if (!by || *by == nullptr)
        return by ? result<std::size_t>(std::size_t(0)) : by.error();
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
    auto const needed = is_needed(log, number);
    if (!needed || *needed)
        return needed ? result<bool>(true) : needed.error();
    changed = database_.change(delete_, {keys::entry(log.id, number)});
    if (!changed)
        return std::move(changed).error();
    log.entries -= *changed;
    return true;
}

// By a group that has not acknowledged the entry. One has: the only one, if there is one.
FEISHU_DECL result<bool> sqlite_logs::is_needed(log_state const& log, std::int64_t number) {
    if (log.groups.size() == 1)
        return false;
    for (auto const& group : log.groups) {
        if (group.last_delivered < number)
            return true;
        auto rows = database_.run(has_row_, {keys::claim(group.id, number)});
        if (rows.next())
            return true;
        if (rows.failure())
            return *rows.failure();
    }
    return false;
}

FEISHU_DECL result<std::size_t> sqlite_logs::touch(std::string_view log, std::string_view group,
                                                   std::string_view consumer, numbers claimed,
                                                   std::int64_t claimed_at) {
    auto const before = find(log);
    if (!before || !*before)
        return before ? result<std::size_t>(std::size_t(0)) : before.error();
    auto in = **before;
    auto const by = find_group(in, group);
    if (!by || *by == nullptr)
        return by ? result<std::size_t>(std::size_t(0)) : by.error();
    std::size_t count = 0;
    for (auto const number : claimed) {
        if (number < 1 || number > static_cast<std::uint64_t>(keys::max_number))
            continue;
        auto const key = keys::claim((*by)->id, static_cast<std::int64_t>(number));
        auto changed = database_.change(touch_claim_, {key, claimed_at, consumer});
        if (!changed)
            return std::move(changed).error();
        count += static_cast<std::size_t>(*changed);
    }
    if (count != 0)
        (*by)->oldest_claim = (std::min)((*by)->oldest_claim, claimed_at);
    auto done = write(in, **before);
    return done ? result<std::size_t>(count) : std::move(done).error();
}

// --- whole logs

FEISHU_DECL result<std::vector<log_entry>> sqlite_logs::read(std::string_view log, std::uint64_t after,
                                                             std::size_t max_entries) {
    std::vector<log_entry> out;
    auto const from = find(log);
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
    auto const found = find(log);
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
