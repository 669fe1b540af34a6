#pragma once
// What the files that create events share: which apps may receive one, its envelope, and its publication.

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <feishu/core/event.hpp>
#include <feishu/emulator/directory.hpp>
#include <feishu/emulator/impl/push/outbound_event.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/event/card_callback.hpp>
#include <feishu/json/write.hpp>

namespace feishu::emulator::events::detail {

inline bool has_one_of(app const& who, std::span<std::string_view const> scopes) {
    return !who.scopes || scopes.empty() || std::ranges::any_of(scopes, [&](std::string_view scope) {
        return who.scopes->contains(std::string(scope));
    });
}

// Whether the app may receive events of this type.
template <event E>
bool may_receive(app const& who) {
    if (who.store ? E::spec.app_types == app_type::custom : E::spec.app_types == app_type::store)
        return false;
    return std::ranges::all_of(E::spec.scopes, [&](scope_group const& group) {
        return has_one_of(who, {group.begin(), group.end()});
    });
}

// A user's ids, as far as the app's scopes show them.
inline feishu::model::user_ids ids_of(app const& to, user const& who) {
    feishu::model::user_ids out{.union_id = who.union_id, .user_id = who.user_id, .open_id = who.open_id};
    constexpr std::string_view needed[]{"contact:user.employee_id:readonly"};
    if (!has_one_of(to, needed))
        out.user_id = {};
    return out;
}

inline feishu::model::user_ids ids_of(state& tenant, app const& to, feishu::open_id const& who) {
    auto const* user = tenant.find_user(who);
    return user != nullptr ? ids_of(to, *user)
                           : feishu::model::user_ids{.union_id = {}, .user_id = {}, .open_id = who};
}

// An event in the envelope of schema 2.0; the token is set when it is pushed.
template <event E>
outbound_event wrap(state& tenant, app const& to, E what) {
    what.schema = "2.0";
    what.header = {.event_id = tenant.make_id(""),
                   .event_type = std::string(E::spec.type),
                   .create_time = tenant.now(),
                   .token = {},
                   .app_id = to.app_id,
                   .tenant_key = tenant.tenant_key()};
    auto const id = what.header.event_id.str();
    return {.app = to.app_id,
            .id = id,
            .type = std::string(E::spec.type),
            .callback = callback_event<E>,
            .document = [what = std::move(what)](std::string_view token) mutable {
                what.header.token = token;
                return json::to_string(what, {.omit_empty = true});
            }};
}

// Publishes an event with the data `describe(app)` to one app.
template <event E, class Describe>
void publish(state& tenant, feishu::app_id const& to, Describe describe) {
    auto const* app = tenant.on_event ? tenant.find_app(to) : nullptr;
    if (app == nullptr || !may_receive<E>(*app))
        return;
    E what;
    what.event = describe(*app);
    tenant.on_event(wrap(tenant, *app, std::move(what)));
}

template <event E, class Describe>
void publish_all(state& tenant, std::vector<feishu::app_id> const& to, Describe describe) {
    for (auto const& app : to)
        publish<E>(tenant, app, describe);
}

} // namespace feishu::emulator::events::detail
