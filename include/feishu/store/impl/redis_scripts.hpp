#pragma once
// The atomic steps of a store on Redis, in Lua. Numbers of Lua are doubles: microseconds since 1970 fit exactly, and
// are written with all their digits.

#include <string_view>

namespace feishu::detail::redis_scripts {

// KEYS: entry; ARGV: expected, value, lifetime in ms or ''
inline constexpr std::string_view compare_and_replace = R"lua(
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
if ARGV[3] == '' then redis.call('SET', KEYS[1], ARGV[2])
else redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3]) end
return 1
)lua";

// KEYS: entry; ARGV: expected
inline constexpr std::string_view compare_and_erase = R"lua(
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('DEL', KEYS[1])
)lua";

// See token_bucket. KEYS: buckets; ARGV: longest wait in ms, cost of the tokens and of a full bucket in us of each
inline constexpr std::string_view take = R"lua(
local time = redis.call('TIME')
local now, longest = time[1] * 1000000 + time[2], tonumber(ARGV[1])
local wait = 0
for i, bucket in ipairs(KEYS) do
    local full_at = math.max(tonumber(redis.call('GET', bucket) or 0), now) + tonumber(ARGV[2 * i])
    wait = math.ceil(math.max(full_at - now - tonumber(ARGV[2 * i + 1]), 0) / 1000)
    if wait > longest then return {i - 1, wait} end
    redis.call('SET', bucket, string.format('%.0f', full_at),
               'PX', string.format('%.0f', math.ceil((full_at - now) / 1000)))
    if wait > 0 then return {i, wait} end
end
return {#KEYS, wait}
)lua";

// KEYS: bucket; ARGV: time from now in us until it is full
inline constexpr std::string_view pause = R"lua(
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local full_at = math.max(tonumber(redis.call('GET', KEYS[1]) or 0), now + tonumber(ARGV[1]))
redis.call('SET', KEYS[1], string.format('%.0f', full_at),
           'PX', string.format('%.0f', math.ceil((full_at - now) / 1000)))
return 1
)lua";

// For the scripts that call it. once: the key that the entry depends on, or nil; lifetime: of that one in ms, or ''.
// Returns the id, '' if the key had a value, false if the log is full and its oldest entries are not dropped.
inline constexpr std::string_view append = R"lua(
local function append(log, once, value, max_entries, drop_oldest, lifetime)
    if once and redis.call('EXISTS', once) == 1 then return '' end
    local id
    if drop_oldest == '1' then id = redis.call('XADD', log, 'MAXLEN', '=', max_entries, '*', 'v', value)
    elseif redis.call('XLEN', log) >= tonumber(max_entries) then return false
    else id = redis.call('XADD', log, '*', 'v', value) end
    if once and lifetime == '' then redis.call('SET', once, id)
    elseif once then redis.call('SET', once, id, 'PX', lifetime) end
    return id
end
)lua";

// KEYS: log, and the key that the entry depends on, if any; ARGV: value, greatest length, '1' to drop the oldest entries,
// lifetime of the key
inline constexpr std::string_view append_only = R"lua(
return append(KEYS[1], KEYS[2], unpack(ARGV))
)lua";

// After an acknowledgement: removes the entry if all groups have acknowledged it. Returns 1 if the entry existed.
// Prefix of the scripts that call it.
inline constexpr std::string_view settle = R"lua(
local function is_after(a, b)
    local a_ms, a_seq = string.match(a, '(%d+)-(%d+)')
    local b_ms, b_seq = string.match(b, '(%d+)-(%d+)')
    if a_ms ~= b_ms then return tonumber(a_ms) > tonumber(b_ms) end
    return tonumber(a_seq) > tonumber(b_seq)
end
local function settle(log, id)
    local groups = redis.call('XINFO', 'GROUPS', log)
    if #groups == 1 then return redis.call('XDEL', log, id) end
    for _, group in ipairs(groups) do
        local info = {}
        for i = 1, #group, 2 do info[group[i]] = group[i + 1] end
        if is_after(id, info['last-delivered-id'])
            or (info['pending'] > 0 and #redis.call('XPENDING', log, info['name'], id, id, 1) > 0) then
            return #redis.call('XRANGE', log, id, id)
        end
    end
    return redis.call('XDEL', log, id)
end
)lua";

// After settle; for the scripts that call it. ids: of entries, in a table from `first` on.
inline constexpr std::string_view acknowledge = R"lua(
local function acknowledge(log, group, ids, first)
    local count = 0
    for i = first, #ids do
        if redis.call('XACK', log, group, ids[i]) == 1 then count = count + settle(log, ids[i]) end
    end
    return count
end
)lua";

// KEYS: log; ARGV: group, ids
inline constexpr std::string_view acknowledge_only = R"lua(
return acknowledge(KEYS[1], ARGV[1], ARGV, 2)
)lua";

// After settle; for the scripts that call it. dead: the log of dead letters, which has at most max_dead ones; '': they
// are dropped. A consumer that has lost its last claim is removed from the group, as its name will not come again.
inline constexpr std::string_view claim = R"lua(
local function claim(log, dead, group, consumer, most, visibility, max_deliveries, max_dead)
    local limit = tonumber(most)
    max_deliveries = tonumber(max_deliveries)
    local out = {}
    local function rest() -- a number costs more to pass than a string
        return #out == 0 and most or limit - #out
    end
    local function expired()
        if #out >= limit then return {} end
        return redis.pcall('XPENDING', log, group, 'IDLE', visibility, '-', '+', rest())
    end
    local pending = expired()
    if pending.err then
        if not string.find(pending.err, 'NOGROUP', 1, true) then return pending end
        redis.call('XGROUP', 'CREATE', log, group, '0', 'MKSTREAM')
        pending = {}
    end
    while #pending > 0 do
        for _, claimed in ipairs(pending) do
            local id, owner, deliveries = claimed[1], claimed[2], claimed[4]
            if deliveries >= max_deliveries then
                local entry = redis.call('XRANGE', log, id, id)[1]
                redis.call('XACK', log, group, id)
                if entry and max_dead ~= '' then
                    redis.call('XADD', dead, 'MAXLEN', '=', max_dead, '*', 'v', entry[2][2])
                end
                if entry then settle(log, id) end
            else
                local entry = redis.call('XCLAIM', log, group, consumer, 0, id)[1]
                if entry then out[#out + 1] = {id, entry[2][2], deliveries + 1} end
            end
            if owner ~= consumer and #redis.call('XPENDING', log, group, '-', '+', 1, owner) == 0 then
                redis.call('XGROUP', 'DELCONSUMER', log, group, owner)
            end
        end
        pending = expired()
    end
    if #out < limit then
        local fresh = redis.call('XREADGROUP', 'GROUP', group, consumer, 'COUNT', rest(), 'STREAMS', log, '>')
        if fresh then
            for _, entry in ipairs(fresh[1][2]) do out[#out + 1] = {entry[1], entry[2][2], 1} end
        end
    end
    return out
end
)lua";

// KEYS: log, dead letters; ARGV: group, consumer, greatest number, visibility in ms, deliveries, length of the dead
// letters or ''
inline constexpr std::string_view claim_only = R"lua(
return claim(KEYS[1], KEYS[2], unpack(ARGV))
)lua";

// After acknowledge, claim and append. KEYS: as of claim_only, then the key that the entry depends on, if any; ARGV: as of
// claim_only, then as of append_only, then ids of handled entries. Returns false if the log is full. The value of the new
// entry, which the caller has, is not among the claimed ones.
inline constexpr std::string_view append_and_claim = R"lua(
local log = KEYS[1]
acknowledge(log, ARGV[1], ARGV, 11)
local id = append(log, KEYS[3], unpack(ARGV, 7, 10))
if not id then return false end
local claimed = claim(log, KEYS[2], unpack(ARGV, 1, 6))
for _, entry in ipairs(claimed) do
    if entry[1] == id then entry[2] = false end
end
return {id, claimed}
)lua";

// KEYS: log; ARGV: group, consumer, time of the claim in ms or '' for now, ids
inline constexpr std::string_view touch = R"lua(
local log, group, consumer = KEYS[1], ARGV[1], ARGV[2]
local count = 0
for i = 4, #ARGV do
    local claimed = redis.pcall('XPENDING', log, group, ARGV[i], ARGV[i], 1, consumer)
    if claimed.err then
        if string.find(claimed.err, 'NOGROUP', 1, true) then return 0 end
        return claimed
    end
    if #claimed > 0 then
        local touched
        if ARGV[3] == '' then touched = redis.call('XCLAIM', log, group, consumer, 0, ARGV[i], 'JUSTID')
        else touched = redis.call('XCLAIM', log, group, consumer, 0, ARGV[i], 'TIME', ARGV[3], 'JUSTID') end
        count = count + #touched
    end
end
return count
)lua";

} // namespace feishu::detail::redis_scripts
