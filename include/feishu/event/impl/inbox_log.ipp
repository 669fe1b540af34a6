#pragma once

#include <algorithm>
#include <cstdint>
#include <stdexcept>

#include <boost/describe/class.hpp>

#include <feishu/event/impl/inbox_log.hpp>
#include <feishu/event/impl/store_keys.hpp>
#include <feishu/json/read.hpp>

namespace feishu::detail {

// --- chats

/// An event as far as its chat is described.
struct chat_document {
    struct message_data {
        std::string chat_id;
    };
    struct event_data {
        message_data message;
        std::string chat_id;
        std::string open_chat_id; // of schema 1.0
    };
    event_data event;
};
BOOST_DESCRIBE_STRUCT(chat_document::message_data, (), (chat_id))
BOOST_DESCRIBE_STRUCT(chat_document::event_data, (), (message, chat_id, open_chat_id))
BOOST_DESCRIBE_STRUCT(chat_document, (), (event))

FEISHU_DECL std::string chat_of(std::string_view json) {
    chat_document document;
    if (!json::read_into(document, json))
        return {};
    auto& event = document.event;
    for (auto* const id : {&event.message.chat_id, &event.chat_id})
        if (!id->empty())
            return std::move(*id);
    return std::move(event.open_chat_id);
}

// --- settings and names

inline void require(bool ok, char const* text) {
    if (!ok)
        throw std::invalid_argument(std::string("inbox_params: ") + text);
}

FEISHU_DECL inbox_log::inbox_log(inbox_params params) : params_(std::move(params)) {
    constexpr std::size_t longest_name = 200; // of `name`, to which more is added
    constexpr std::chrono::milliseconds shortest{100};
    auto const in_range = [](std::size_t size) { return size > 0 && size <= longest_name; };
    require(params_.store != nullptr, "store is required");
    require(in_range(params_.name.size()), "name must have 1 to 200 bytes");
    require(in_range(params_.group.size()), "group must have 1 to 200 bytes");
    require(params_.consumer.size() <= longest_name, "consumer must have at most 200 bytes");
    require(params_.visibility >= shortest, "visibility must be at least 100 ms");
    require(params_.poll_interval > std::chrono::milliseconds(0), "poll_interval must be positive");
    require(params_.retry_delay > std::chrono::milliseconds(0), "retry_delay must be positive");
    require(params_.remember > std::chrono::milliseconds(0), "remember must be positive");
    require(params_.max_deliveries >= 1, "max_deliveries must be at least 1");
    require(params_.partitions >= 1 && params_.partitions <= 1000, "partitions must be from 1 to 1,000");
    require(params_.max_entries >= 1 && params_.max_dead_letters >= 1, "lengths of logs must be at least 1");
    token_ = params_.consumer.empty() ? unique_token() : params_.consumer;
    consumer_ = params_.ordered_by_chat ? "holder of the lease" : token_;
}

FEISHU_DECL std::string inbox_log::log_name(unsigned partition) const {
    return params_.ordered_by_chat ? params_.name + '/' + std::to_string(partition) : params_.name;
}

FEISHU_DECL std::string inbox_log::lease_name(unsigned partition) const {
    return params_.name + "/lease/" + params_.group + '/' + std::to_string(partition);
}

// FNV-1a: every process and version computes the same.
FEISHU_DECL unsigned inbox_log::partition_of(std::string_view lane) const {
    std::uint64_t hash = 14695981039346656037u;
    for (char const c : lane)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
    return static_cast<unsigned>((hash ^ hash >> 32) % partitions());
}

// --- the log

// Dead letters are decided by the dispatcher, which calls event_options::dead_letter.
FEISHU_DECL claim_options inbox_log::claiming(std::size_t max_entries) const {
    return {.max_entries = max_entries, .visibility = params_.visibility, .max_deliveries = 1'000'000};
}

FEISHU_DECL result<append_outcome> inbox_log::append(unsigned partition, std::string_view key,
                                                     std::string_view json, std::size_t claim,
                                                     std::vector<std::string> const& done) {
    append_options options{.max_entries = params_.max_entries, .once_lifetime = params_.remember};
    if (!key.empty())
        options.once_key = params_.name + "/seen/" + short_key(key);
    auto const log = log_name(partition);
    auto& store = *params_.store;
    if (claim != 0)
        return store.append_and_claim(log, params_.group, consumer_, json, options, claiming(claim), done);
    auto id = store.append(log, json, options);
    return id ? result<append_outcome>(append_outcome{.id = std::move(*id)}) : std::move(id).error();
}

FEISHU_DECL result<std::vector<log_entry>> inbox_log::claim(unsigned partition, std::size_t max_entries) {
    return params_.store->claim(log_name(partition), params_.group, consumer_, claiming(max_entries));
}

FEISHU_DECL result<std::size_t> inbox_log::acknowledge(unsigned partition,
                                                       std::vector<std::string> const& ids) {
    return params_.store->acknowledge(log_name(partition), params_.group, ids);
}

FEISHU_DECL result<std::size_t> inbox_log::release(unsigned partition, std::vector<std::string> const& ids) {
    return params_.store->release(log_name(partition), params_.group, consumer_, ids);
}

FEISHU_DECL result<bool> inbox_log::renew(unsigned partition, std::vector<std::string> const& ids) {
    auto& store = *params_.store;
    if (params_.ordered_by_chat) {
        auto kept = store.compare_and_replace(lease_name(partition), token_, token_, params_.visibility);
        if (!kept || !*kept)
            return kept;
    }
    if (ids.empty())
        return true;
    auto renewed = store.renew(log_name(partition), params_.group, consumer_, ids);
    return renewed ? result<bool>(true) : std::move(renewed).error();
}

FEISHU_DECL result<bool> inbox_log::has_entries(unsigned partition) {
    auto first = params_.store->read(log_name(partition), {}, 1);
    return first ? result<bool>(!first->empty()) : std::move(first).error();
}

FEISHU_DECL result<void> inbox_log::add_dead_letter(std::string_view json) {
    auto id = params_.store->append(params_.name + "/dead", json,
                                    {.max_entries = params_.max_dead_letters, .drop_oldest = true});
    return id ? result<void>() : std::move(id).error();
}

// --- leases: the value is that of the holder, or `free_lease` once the holder has given it up. If there is none, it has
// expired (or never existed), and what its holder has claimed must be released before anything is claimed.

inline constexpr std::string_view free_lease = "free";

FEISHU_DECL result<bool> inbox_log::acquire(unsigned partition) {
    auto& store = *params_.store;
    auto const lease = lease_name(partition);
    auto taken = store.compare_and_replace(lease, free_lease, token_, params_.visibility);
    if (!taken || *taken)
        return taken;
    auto put = store.put_if_absent(lease, token_, params_.visibility);
    if (!put)
        return std::move(put).error();
    if (!put->stored && put->existing != token_)
        return false;
    return release_abandoned(partition, lease);
}

FEISHU_DECL result<bool> inbox_log::release_abandoned(unsigned partition, std::string const& lease) {
    auto& store = *params_.store;
    auto const log = log_name(partition);
    auto entries = store.read(log, {}, 1000);
    if (!entries)
        return std::move(entries).error();
    std::vector<std::string> ids;
    for (auto& one : *entries)
        ids.push_back(std::move(one.id));
    if (!ids.empty())
        if (auto released = store.release(log, params_.group, consumer_, ids); !released)
            return std::move(released).error();
    return store.compare_and_replace(lease, token_, token_, params_.visibility);
}

FEISHU_DECL result<void> inbox_log::yield(unsigned partition) {
    auto done = params_.store->compare_and_replace(lease_name(partition), token_, free_lease);
    return done ? result<void>() : std::move(done).error();
}

} // namespace feishu::detail
