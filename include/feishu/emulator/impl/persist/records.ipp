#pragma once

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <map>

#include <feishu/core/impl/utf8.hpp>
#include <feishu/emulator/impl/persist/records.hpp>
#include <feishu/emulator/impl/persist/value_codec.hpp>
#include <feishu/emulator/impl/state/stores.hpp>

namespace feishu::emulator::detail {

/// Reads and restores the stores of a tenant.
struct store_access {
    static void watch(state& t) {
        for (auto* store : {&t.stores_->announcements.touched_,
                            &t.stores_->chat_parts.touched_,
                            &t.stores_->batches.touched_,
                            &t.stores_->cards.touched_entities_,
                            &t.stores_->cards.touched_sent_,
                            &t.stores_->cards.touched_templates_,
                            &t.stores_->cards.touched_ephemeral_,
                            &t.stores_->cards.touched_copies_,
                            &t.stores_->cards.touched_tokens_,
                            &t.stores_->cards.touched_bots_,
                            &t.stores_->cards.touched_usage_,
                            &t.stores_->chats.touched_,
                            &t.stores_->chats.touched_uuids_,
                            &t.stores_->chats.touched_links_,
                            &t.stores_->departments.touched_,
                            &t.stores_->departments.touched_memberships_,
                            &t.stores_->directory.touched_apps_,
                            &t.stores_->directory.touched_users_,
                            &t.stores_->directory.touched_profiles_,
                            &t.stores_->feeds.touched_,
                            &t.stores_->logins.codes.touched_,
                            &t.stores_->logins.refresh_tokens.touched_,
                            &t.stores_->logins.devices.touched_,
                            &t.stores_->messages.touched_,
                            &t.stores_->messages.touched_children_,
                            &t.stores_->pins.touched_,
                            &t.stores_->previews.touched_,
                            &t.stores_->resources.touched_,
                            &t.stores_->tags.touched_,
                            &t.stores_->tags.touched_chats_,
                            &t.stores_->tokens.touched_})
            store->watch();
        t.stores_->messages.watched_ = true;
    }

    // What sections are made of.

    template <class List>
    static std::vector<std::string> positions_in(List const& list) {
        std::vector<std::string> out;
        for (std::size_t i = 0; i != list.size(); ++i)
            out.push_back(touched_entries::key_of(i));
        return out;
    }
    static std::size_t position(std::string const& key, std::string const& path) {
        std::size_t out = 0;
        auto const [end, failed] = std::from_chars(key.data(), key.data() + key.size(), out);
        if (failed != std::errc{} || end != key.data() + key.size())
            refuse_value(path, "expected a position");
        return out;
    }
    template <class Map>
    static std::vector<std::string> keys_of(Map const& map) {
        std::vector<std::string> out;
        for (auto const& [key, value] : map)
            out.push_back(key_text(key));
        return out;
    }
    static std::vector<std::string> only(state&) { return {std::string()}; }
    static std::vector<std::string> none(state&) { return {}; }

    // One value: Get(state&) refers to it.
    template <auto Get>
    static section single(std::string_view name, bool in_scenario = true) {
        return {name,
                section_form::single,
                in_scenario,
                &only,
                &only,
                [](state& t, std::string const&) { return to_value(Get(t)); },
                [](restoring const& how, std::string const&, boost::json::value const& from,
                   std::string const& path) {
                    std::remove_cvref_t<decltype(Get(how.tenant))> value{};
                    from_value(from, value, path);
                    if (!how.dry)
                        Get(how.tenant) = std::move(value);
                }};
    }

    // Values by a text, in a hash table without further indexes.
    template <auto Touched, auto Get, auto Check = nullptr>
    static section map(std::string_view name, bool in_scenario = true) {
        return {name,
                section_form::map,
                in_scenario,
                [](state& t) { return Touched(t).take(); },
                [](state& t) { return keys_of(Get(t)); },
                [](state& t, std::string const& key) {
                    auto const found = Get(t).find(key);
                    return found == Get(t).end() ? boost::json::value() : to_value(found->second);
                },
                [](restoring const& how, std::string const& key, boost::json::value const& from,
                   std::string const& path) {
                    typename std::remove_cvref_t<decltype(Get(how.tenant))>::mapped_type value{};
                    from_value(from, value, path);
                    if constexpr (!std::is_null_pointer_v<decltype(Check)>)
                        Check(how, key, value, path);
                    if (how.dry)
                        return;
                    Touched(how.tenant).add(key);
                    Get(how.tenant).insert_or_assign(key, std::move(value));
                }};
    }

    static void expect_defined(restoring const& how, bool exists, std::string const& id,
                               std::string const& path) {
        if (!exists && (how.defined == nullptr || !how.defined->contains(id)))
            refuse_value(path, std::string(utf8::prefix(id, 100)) + " is unknown");
    }
    // `key` is the id of a chat.
    static constexpr auto of_chat = [](restoring const& how, std::string const& key, auto const&,
                                       std::string const& path) {
        expect_defined(how, how.tenant.stores_->chats.find(feishu::chat_id(key)) != nullptr, key, path);
    };

    // The sections that are lists.

    static section apps() {
        return {"apps",
                section_form::list,
                true,
                [](state& t) { return t.stores_->directory.touched_apps_.take(); },
                [](state& t) { return positions_in(t.stores_->directory.apps_); },
                [](state& t, std::string const& key) {
                    return to_value(t.stores_->directory.apps_.at(position(key, "apps")));
                },
                [](restoring const& how, std::string const&, boost::json::value const& from,
                   std::string const& path) {
                    emulator::app one;
                    from_value(from, one, path);
                    if (!how.dry)
                        how.tenant.stores_->directory.add(std::move(one));
                }};
    }

    static section users() {
        return {"users",
                section_form::list,
                true,
                [](state& t) { return t.stores_->directory.touched_users_.take(); },
                [](state& t) { return positions_in(t.stores_->directory.users_); },
                [](state& t, std::string const& key) {
                    return to_value(t.stores_->directory.users_.at(position(key, "users")));
                },
                [](restoring const& how, std::string const&, boost::json::value const& from,
                   std::string const& path) {
                    emulator::user one;
                    from_value(from, one, path);
                    if (!how.dry)
                        how.tenant.stores_->directory.add(std::move(one));
                }};
    }

    // With the root department, and those that were deleted; `placed` is the order among siblings.
    static section departments() {
        return {"departments",
                section_form::list,
                true,
                [](state& t) { return t.stores_->departments.touched_.take(); },
                [](state& t) { return positions_in(t.stores_->departments.departments_); },
                [](state& t, std::string const& key) {
                    auto const at = position(key, "departments");
                    auto out = to_value(t.stores_->departments.departments_.at(at));
                    out.as_object()["placed"] = t.stores_->departments.nodes_.at(at).placed;
                    return out;
                },
                &restore_department};
    }
    static void restore_department(restoring const& how, std::string const& key,
                                   boost::json::value const& from, std::string const& path) {
        auto object = from;
        std::uint64_t placed = 0;
        if (auto* members = object.if_object())
            if (auto const* number = members->if_contains("placed")) {
                from_value(*number, placed, path + ".placed");
                members->erase("placed");
            }
        department one;
        from_value(object, one, path);
        if (how.dry)
            return;
        auto& store = how.tenant.stores_->departments;
        auto const at = static_cast<std::uint32_t>(position(key, path));
        if (at == 0) {
            store.departments_[0] = std::move(one);
            return;
        }
        store.nodes_.emplace_back().placed = placed;
        store.by_open_id_.emplace(one.open_department_id.str(), at);
        store.by_custom_id_.emplace(one.department_id, at);
        store.departments_.push_back(std::move(one));
    }

    static section memberships() {
        return {"memberships",
                section_form::list,
                false,
                [](state& t) { return t.stores_->departments.touched_memberships_.take(); },
                [](state& t) {
                    std::vector<std::string> out;
                    for (auto const& [user, of] : t.stores_->departments.memberships_)
                        out.push_back(touched_entries::key_of(user));
                    return out;
                },
                [](state& t, std::string const& key) {
                    auto const& all = t.stores_->departments.memberships_;
                    auto const found = all.find(static_cast<std::uint32_t>(position(key, "memberships")));
                    return found == all.end() ? boost::json::value()
                                              : boost::json::value{to_value(found->second.departments),
                                                                   found->second.joined};
                },
                [](restoring const& how, std::string const& key, boost::json::value const& from,
                   std::string const& path) {
                    std::pair<department_store::positions, std::uint64_t> value;
                    from_value(from, value, path);
                    if (!how.dry)
                        how.tenant.stores_->departments
                            .memberships_[static_cast<std::uint32_t>(position(key, path))] = {
                            std::move(value.first), value.second};
                }};
    }

    static section chats() {
        return {"chats",
                section_form::list,
                true,
                [](state& t) { return t.stores_->chats.touched_.take(); },
                [](state& t) { return positions_in(t.stores_->chats.chats_); },
                [](state& t, std::string const& key) {
                    return to_value(t.stores_->chats.chats_.at(position(key, "chats")));
                },
                [](restoring const& how, std::string const&, boost::json::value const& from,
                   std::string const& path) {
                    emulator::chat one;
                    from_value(from, one, path);
                    if (!how.dry)
                        how.tenant.stores_->chats.add(std::move(one));
                }};
    }

    // For scenarios: as given, but what is needed is generated.

    static void add(state& t, emulator::user one) {
        bool const complete = !one.open_id.empty() && !one.union_id.empty() && !one.user_id.empty();
        if (!complete) {
            t.add_user(std::move(one));
            return;
        }
        auto const& added = t.stores_->directory.add(std::move(one));
        if (!added.resigned)
            t.stores_->departments.join(static_cast<std::uint32_t>(t.users().size() - 1), added.departments);
    }
    static void add(state& t, emulator::chat one) {
        if (one.chat_id.empty())
            one.chat_id = t.make_id("oc_");
        if (one.create_time == emulator::clock::time_point())
            one.create_time = one.update_time = t.now();
        t.stores_->chats.add(std::move(one));
    }
    static void move(state& t, department const& to) { t.stores_->departments.change(to); }

    // Which lists have a message follows from it, with few exceptions; its numbers follow from its position.
    static bool is_in(detail::positions const& list, std::size_t at) {
        return std::ranges::binary_search(list, static_cast<std::uint32_t>(at));
    }
    static section messages() {
        return {"messages",
                section_form::list,
                true,
                [](state& t) { return t.stores_->messages.touched_.take(); },
                [](state& t) { return positions_in(t.stores_->messages.messages_); },
                [](state& t, std::string const& key) { return save_message(t, position(key, "messages")); },
                &restore_message};
    }
    static bool usually_in_history(message const& one) {
        return one.links->thread_id.empty() || one.links->root_id.empty();
    }
    static bool usually_in_thread(message const& one) { return !one.links->thread_id.empty(); }
    static boost::json::value save_message(state& t, std::size_t at) {
        auto const& one = t.stores_->messages.messages_.at(at);
        auto out = members_to_object(one);
        out.erase("sequence");
        out.erase("position");
        if (!one.links->upper_message_id.empty())
            return out;
        bool const in_history = is_in(t.stores_->messages.history_of(one.chat_id), at);
        bool const in_thread = is_in(t.stores_->messages.positions_of(one.links->thread_id), at);
        if (in_history != usually_in_history(one))
            out["in_history"] = in_history;
        if (in_thread != usually_in_thread(one))
            out["in_thread"] = in_thread;
        return out;
    }
    static std::optional<bool> take_flag(boost::json::value& from, std::string_view name,
                                         std::string const& path) {
        auto* members = from.if_object();
        auto const* found = members != nullptr ? members->if_contains(name) : nullptr;
        if (found == nullptr)
            return std::nullopt;
        bool out = false;
        from_value(*found, out, path + '.' + std::string(name));
        members->erase(name);
        return out;
    }
    static void restore_message(restoring const& how, std::string const&, boost::json::value const& from,
                                std::string const& path) {
        auto object = from;
        auto const in_history = take_flag(object, "in_history", path);
        auto const in_thread = take_flag(object, "in_thread", path);
        message one;
        from_value(object, one, path);
        if (how.dry)
            return;
        if (one.message_id.empty())
            one.message_id = how.tenant.make_id("om_");
        if (one.create_time == emulator::clock::time_point())
            one.create_time = one.update_time = how.tenant.now();
        auto& store = how.tenant.stores_->messages;
        auto const at = static_cast<std::uint32_t>(store.messages_.size());
        one.sequence = at + 1u;
        bool const listed = one.links->upper_message_id.empty();
        store.list(one, at, in_history.value_or(usually_in_history(one)),
                   in_thread.value_or(usually_in_thread(one)));
        one.position = listed ? static_cast<std::uint32_t>(store.positions_of(one.chat_id).size()) : 0;
        store.touched_.add(at);
        store.messages_.push_back(std::move(one));
    }

    // The children of merged forwards, by their message ids.
    static section children() {
        return {"merged_messages",
                section_form::map,
                true,
                [](state& t) { return t.stores_->messages.touched_children_.take(); },
                [](state& t) { return keys_of(t.stores_->messages.by_upper_); },
                [](state& t, std::string const& key) {
                    auto const found = t.stores_->messages.by_upper_.find(key);
                    if (found == t.stores_->messages.by_upper_.end())
                        return boost::json::value();
                    std::vector<std::string> ids;
                    for (auto const at : found->second)
                        ids.push_back(t.stores_->messages.messages_[at].message_id.str());
                    return to_value(ids);
                },
                [](restoring const& how, std::string const& key, boost::json::value const& from,
                   std::string const& path) {
                    std::vector<std::string> ids;
                    from_value(from, ids, path);
                    auto& store = how.tenant.stores_->messages;
                    detail::positions all;
                    for (auto const& id : ids)
                        if (auto const at = store.by_id_.find(id))
                            all.push_back(*at);
                        else
                            expect_defined(how, false, id, path);
                    if (!how.dry) {
                        store.touched_children_.add(key);
                        store.by_upper_[key] = std::move(all);
                    }
                }};
    }

    static section message_uuids() {
        return {"message_uuids",
                section_form::map,
                false,
                [](state& t) {
                    std::vector<std::string> out;
                    for (auto const& [key, at] : std::exchange(t.stores_->messages.recorded_uuids_, {}))
                        out.push_back(key);
                    return out;
                },
                &none,
                [](state& t, std::string const& key) {
                    auto const at = t.stores_->messages.by_uuid_.find(key);
                    return at ? boost::json::value(*at) : boost::json::value();
                },
                [](restoring const& how, std::string const& key, boost::json::value const& from,
                   std::string const& path) {
                    std::uint32_t at = 0;
                    from_value(from, at, path);
                    if (!how.dry)
                        how.tenant.stores_->messages.by_uuid_.replace(key, at);
                }};
    }

    static section pins() {
        return {"pins",
                section_form::map,
                true,
                [](state& t) { return t.stores_->pins.touched_.take(); },
                [](state& t) { return keys_of(t.stores_->pins.by_chat_); },
                [](state& t, std::string const& key) {
                    auto const found = t.stores_->pins.by_chat_.find(key);
                    return found == t.stores_->pins.by_chat_.end() || found->second.empty()
                               ? boost::json::value()
                               : to_value(found->second);
                },
                [](restoring const& how, std::string const& key, boost::json::value const& from,
                   std::string const& path) {
                    pin_store::pins value;
                    from_value(from, value, path);
                    for (auto const& [number, one] : value)
                        expect_defined(
                            how, how.tenant.stores_->messages.by_id_.find(one.message_id.str()).has_value(),
                            one.message_id.str(), path);
                    if (how.dry)
                        return;
                    auto& store = how.tenant.stores_->pins;
                    store.touched_.add(key);
                    for (auto const& [number, one] : value) {
                        store.by_message_[one.message_id.str()] = {key, number};
                        store.last_ = (std::max)(store.last_, number);
                    }
                    store.by_chat_[key] = std::move(value);
                }};
    }

    static section batches() {
        return {"batch_messages",
                section_form::list,
                false,
                [](state& t) { return t.stores_->batches.touched_.take(); },
                [](state& t) { return positions_in(t.stores_->batches.batches_); },
                [](state& t, std::string const& key) {
                    return to_value(t.stores_->batches.batches_.at(position(key, "batch_messages")));
                },
                [](restoring const& how, std::string const&, boost::json::value const& from,
                   std::string const& path) {
                    batch_message one;
                    from_value(from, one, path);
                    if (!how.dry)
                        how.tenant.stores_->batches.add(std::move(one));
                }};
    }

    static section tags() {
        return {"tags",
                section_form::map,
                true,
                [](state& t) { return t.stores_->tags.touched_.take(); },
                [](state& t) { return keys_of(t.stores_->tags.by_id_); },
                [](state& t, std::string const& key) {
                    auto const found = t.stores_->tags.by_id_.find(key);
                    return found == t.stores_->tags.by_id_.end() ? boost::json::value()
                                                                 : to_value(found->second);
                },
                [](restoring const& how, std::string const&, boost::json::value const& from,
                   std::string const& path) {
                    stored_tag one;
                    from_value(from, one, path);
                    if (!how.dry)
                        how.tenant.stores_->tags.add(std::move(one));
                }};
    }

    static section card_tokens() {
        return {"card_tokens",
                section_form::map,
                false,
                [](state& t) { return t.stores_->cards.touched_tokens_.take(); },
                [](state& t) { return keys_of(t.stores_->cards.tokens_); },
                [](state& t, std::string const& key) {
                    auto const found = t.stores_->cards.tokens_.find(key);
                    return found == t.stores_->cards.tokens_.end() ? boost::json::value()
                                                                   : to_value(found->second);
                },
                [](restoring const& how, std::string const& key, boost::json::value const& from,
                   std::string const& path) {
                    card_token one;
                    from_value(from, one, path);
                    if (how.dry)
                        return;
                    how.tenant.stores_->cards.token_order_.push_back(key); // sorted by finish
                    how.tenant.stores_->cards.tokens_.insert_or_assign(key, std::move(one));
                }};
    }

    static section card_usage() {
        return {"card_usage",
                section_form::map,
                false,
                [](state& t) { return t.stores_->cards.touched_usage_.take(); },
                [](state& t) { return keys_of(t.stores_->cards.usage_); },
                [](state& t, std::string const& key) {
                    auto const found = t.stores_->cards.usage_.find(key);
                    if (found == t.stores_->cards.usage_.end())
                        return boost::json::value();
                    auto const& one = found->second;
                    return to_value(
                        std::vector<std::int64_t>{one.second, one.minute, one.in_second, one.in_minute});
                },
                [](restoring const& how, std::string const& key, boost::json::value const& from,
                   std::string const& path) {
                    std::vector<std::int64_t> value;
                    from_value(from, value, path);
                    if (value.size() != 4)
                        refuse_value(path, "expected four numbers");
                    if (!how.dry)
                        how.tenant.stores_->cards.usage_[key] = {value[0], value[1],
                                                                 static_cast<unsigned>(value[2]),
                                                                 static_cast<unsigned>(value[3])};
                }};
    }

    static section batch_usage() {
        return {"batch_usage",
                section_form::single,
                false,
                &only,
                &only,
                [](state& t, std::string const&) {
                    std::map<std::string, std::pair<std::int64_t, std::size_t>> out;
                    for (auto const& [app, used] : t.stores_->batches.used_)
                        out.emplace(app, std::pair(used.day, used.count));
                    return to_value(out);
                },
                [](restoring const& how, std::string const&, boost::json::value const& from,
                   std::string const& path) {
                    std::map<std::string, std::pair<std::int64_t, std::size_t>> value;
                    from_value(from, value, path);
                    if (!how.dry)
                        for (auto const& [app, used] : value)
                            how.tenant.stores_->batches.used_[app] = {used.first, used.second};
                }};
    }

    static section tokens() {
        return {"tokens",
                section_form::map,
                false,
                [](state& t) { return t.stores_->tokens.touched_.take(); },
                [](state& t) {
                    std::vector<std::string> out;
                    for (auto const& one : t.stores_->tokens.tokens_)
                        out.push_back(one.value);
                    return out;
                },
                [](state& t, std::string const& key) {
                    auto const found =
                        std::ranges::find(t.stores_->tokens.tokens_, key, &issued_token::value);
                    return found == t.stores_->tokens.tokens_.end() ? boost::json::value() : to_value(*found);
                },
                [](restoring const& how, std::string const&, boost::json::value const& from,
                   std::string const& path) {
                    issued_token one;
                    from_value(from, one, path);
                    if (!how.dry)
                        how.tenant.stores_->tokens.tokens_.push_back(std::move(one)); // sorted by finish
                }};
    }

    template <auto Get>
    static section logins(std::string_view name) {
        return map < [](state & t) -> auto& { return Get(t).touched_; }
        , [](state & t) -> auto& { return Get(t).entries_; }
        > (name, false);
    }

    // Windows of requests, as numbers.
    using counts = std::pair<std::int64_t, std::uint64_t>;
    struct saved_rates {
        std::map<std::string, std::map<std::string, std::pair<counts, counts>>> endpoints{}; // by app
        std::map<std::string, counts> chats{};
        counts month{};
        BOOST_DESCRIBE_CLASS(saved_rates, (), (endpoints, chats, month), (), ())
    };
    static section rates() {
        return {"rates",
                section_form::single,
                false,
                &only,
                &only,
                [](state& t, std::string const&) {
                    saved_rates out;
                    for (auto const& [key, used] : t.stores_->rates.used_)
                        out.endpoints[key.first][std::string(key.second)] = {
                            {used.second.number, used.second.count}, {used.minute.number, used.minute.count}};
                    for (auto const& [chat, used] : t.stores_->rates.messages_)
                        out.chats[chat] = {used.number, used.count};
                    out.month = {t.stores_->rates.month_.number, t.stores_->rates.month_.count};
                    return to_value(out);
                },
                [](restoring const& how, std::string const&, boost::json::value const& from,
                   std::string const& path) {
                    saved_rates value;
                    from_value(from, value, path);
                    if (!how.dry)
                        restore_rates(how.tenant.stores_->rates, value);
                }};
    }
    static void restore_rates(rate_store& to, saved_rates const& from) {
        for (auto const& [app, endpoints] : from.endpoints)
            for (auto const& [endpoint, used] : endpoints) {
                to.restored_ids_.push_back(endpoint);
                to.used_[{app, to.restored_ids_.back()}] = {{used.first.first, used.first.second},
                                                            {used.second.first, used.second.second}};
            }
        for (auto const& [chat, used] : from.chats)
            to.messages_[chat] = {used.first, used.second};
        to.month_ = {from.month.first, from.month.second};
    }

    static section clock() {
        using saved = std::pair<std::optional<emulator::clock::time_point>,
                                emulator::clock::duration>; // where it is frozen, what was added
        return {"clock",
                section_form::single,
                true,
                &only,
                &only,
                [](state& t, std::string const&) {
                    auto const& at = t.clock_;
                    return to_value(saved{at.frozen_ ? std::optional(at.start_) : std::nullopt, at.offset_});
                },
                [](restoring const& how, std::string const&, boost::json::value const& from,
                   std::string const& path) {
                    saved value;
                    from_value(from, value, path);
                    if (how.dry)
                        return;
                    how.tenant.clock_ = value.first ? emulator::clock(*value.first) : emulator::clock();
                    how.tenant.clock_.advance(value.second);
                }};
    }

    // Where the ids that will be drawn begin, and the last numbers of orders.
    struct saved_identity {
        std::uint64_t seed = 0;
        std::uint64_t draws = 0;
        std::uint64_t last_token = 0;
        std::uint64_t last_pin = 0;
        std::uint64_t last_placed = 0;
        BOOST_DESCRIBE_CLASS(saved_identity, (), (seed, draws, last_token, last_pin, last_placed), (), ())
    };
    static section identity() {
        return {identity_section,
                section_form::single,
                false,
                &none,
                &only,
                [](state& t, std::string const&) {
                    return to_value(saved_identity{t.stores_->ids.seed_, t.stores_->ids.draws_,
                                                   t.stores_->tokens.last_, t.stores_->pins.last_,
                                                   t.stores_->departments.last_});
                },
                [](restoring const& how, std::string const&, boost::json::value const& from,
                   std::string const& path) {
                    saved_identity value;
                    from_value(from, value, path);
                    if (how.dry)
                        return;
                    auto& t = how.tenant;
                    t.stores_->ids = id_generator(value.seed);
                    t.stores_->ids.random_.discard(value.draws);
                    t.stores_->ids.draws_ = value.draws;
                    t.stores_->tokens.last_ = value.last_token;
                    t.stores_->pins.last_ = value.last_pin;
                    t.stores_->departments.last_ = value.last_placed;
                }};
    }

    static void finish(state& t) {
        finish_departments(t.stores_->departments);
        std::ranges::sort(t.stores_->tokens.tokens_, {}, &issued_token::number);
        std::ranges::sort(t.stores_->cards.token_order_, {}, [&](std::string const& value) {
            return t.stores_->cards.tokens_.at(value).issued;
        });
    }
    // The tree, in the order in which departments were placed and users joined.
    static void finish_departments(department_store& to) {
        std::vector<std::uint32_t> placed;
        for (std::uint32_t i = 1; i < to.departments_.size(); ++i) {
            auto const parent = to.by_open_id_.find(to.departments_[i].parent.str());
            to.nodes_[i].parent = parent != to.by_open_id_.end() ? parent->second : 0;
            if (!to.departments_[i].deleted)
                placed.push_back(i);
        }
        std::ranges::sort(placed, {}, [&](std::uint32_t i) { return to.nodes_[i].placed; });
        for (auto const i : placed)
            to.nodes_[to.nodes_[i].parent].children.push_back(i);
        std::vector<std::uint32_t> joined;
        for (auto const& [user, of] : to.memberships_)
            joined.push_back(user);
        std::ranges::sort(joined, {}, [&](std::uint32_t user) { return to.memberships_.at(user).joined; });
        for (auto const user : joined)
            to.list(user);
    }

    static std::vector<section> all() { return {single < [](state & t) -> auto& {return t.tenant_key_; }
    > ("tenant_key"), clock(), single < [](state& t) -> auto& { return t.settings; }
    > ("settings"), single < [](state& t) -> auto& { return t.tenant_info; }
    > ("tenant_info"), single < [](state& t) -> auto& { return t.language_services; }
    > ("language_services"), apps(), map < [](state& t) -> auto& {
        return t.stores_->directory.touched_profiles_;
    }
    , [](state& t) -> auto& { return t.stores_->directory.profiles_; }
    > ("app_profiles"), departments(), users(), memberships(), chats(), map < [](state& t) -> auto& {
        return t.stores_->chats.touched_links_;
    }
    , [](state& t) -> auto& { return t.stores_->chats.links_; }
    > ("share_links"), map < [](state& t) -> auto& { return t.stores_->chats.touched_uuids_; }
    , [](state& t) -> auto& { return t.stores_->chats.by_uuid_; }
    > ("chat_uuids", false), map < [](state& t) -> auto& { return t.stores_->chat_parts.touched_; }
    , [](state& t) -> auto& { return t.stores_->chat_parts.by_chat_; }
    , of_chat > ("chat_parts"), map < [](state& t) -> auto& { return t.stores_->announcements.touched_; }
    , [](state& t) -> auto& { return t.stores_->announcements.by_chat_; }
    , of_chat > ("announcements"), map < [](state& t) -> auto& { return t.stores_->resources.touched_; }
    , [](state& t) -> auto& { return t.stores_->resources.by_key_; }
    > ("files"), messages(), children(), message_uuids(), pins(), batches(),
        batch_usage(), map < [](state& t) -> auto& {
        return t.stores_->cards.touched_entities_;
    }
    , [](state& t) -> auto& { return t.stores_->cards.entities_; }
    > ("cards"), map < [](state& t) -> auto& { return t.stores_->cards.touched_sent_; }
    , [](state& t) -> auto& { return t.stores_->cards.sent_; }
    > ("sent_cards"), map < [](state& t) -> auto& { return t.stores_->cards.touched_templates_; }
    , [](state& t) -> auto& { return t.stores_->cards.templates_; }
    > ("card_templates"), map < [](state& t) -> auto& { return t.stores_->cards.touched_ephemeral_; }
    , [](state& t) -> auto& { return t.stores_->cards.ephemeral_; }
    > ("ephemeral_cards"), map < [](state& t) -> auto& { return t.stores_->cards.touched_copies_; }
    , [](state& t) -> auto& { return t.stores_->cards.copies_; }
    > ("card_copies"), card_tokens(), card_usage(), map < [](state& t) -> auto& {
        return t.stores_->cards.touched_bots_;
    }
    , [](state& t) -> auto& { return t.stores_->cards.custom_bots_; }
    > ("custom_bots"), map < [](state& t) -> auto& { return t.stores_->feeds.touched_; }
    , [](state& t) -> auto& { return t.stores_->feeds.by_user_; }
    > ("feeds"), tags(), map < [](state& t) -> auto& { return t.stores_->tags.touched_chats_; }
    , [](state& t) -> auto& { return t.stores_->tags.by_chat_; }
    , of_chat > ("chat_tags"), map < [](state& t) -> auto& { return t.stores_->previews.touched_; }
    , [](state& t) -> auto& { return t.stores_->previews.by_token_; }
    > ("link_previews", false), tokens(), logins < [](state& t) -> auto& { return t.stores_->logins.codes; }
    > ("login_codes"), logins < [](state& t) -> auto& { return t.stores_->logins.refresh_tokens; }
    > ("refresh_tokens"), logins < [](state& t) -> auto& { return t.stores_->logins.devices; }
    > ("device_codes"), single < [](state& t) -> auto& { return t.stores_->logins.sessions_; }
    > ("sessions", false), rates(), identity(),
};
} // namespace feishu::emulator::detail
}
;

FEISHU_DECL std::vector<section> const& sections() {
    static auto const all = store_access::all();
    return all;
}

FEISHU_DECL section const* find_section(std::string_view name) {
    for (auto const& one : sections())
        if (one.name == name)
            return &one;
    return nullptr;
}

FEISHU_DECL void watch(state& tenant) { store_access::watch(tenant); }

FEISHU_DECL void finish_restoring(state& tenant) { store_access::finish(tenant); }

FEISHU_DECL void
for_each_record(state& tenant,
                std::function<void(std::string const&, boost::json::value const&)> const& use) {
    for (auto const& one : sections())
        for (auto const& key : one.keys(tenant))
            if (auto const value = one.save(tenant, key); !value.is_null())
                use(std::string(one.name) + '/' + key, value);
}

} // namespace feishu::emulator::detail
