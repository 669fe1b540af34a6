#pragma once
// A scenario: what a tenant is, as JSON. One is exported from a tenant, or written by hand, and starts another one:
//
//     {"version": 1,
//      "apps": [{"app_id": "cli_team", "app_secret": "secret", "name": "alerts"}],
//      "users": [{"open_id": "ou_ann", "name": "Ann"}],
//      "chats": [{"chat_id": "oc_ops", "name": "ops", "owner": "ou_ann", "members": ["ou_ann"], "bots": ["cli_team"]}],
//      "messages": [{"chat_id": "oc_ops", "user": "ou_ann", "content": "{\"text\":\"hello\"}"}]}
//
// Members are those of the structs of the tenant (app, department, user, chat, message, settings, tenant_info,
// language_services, chat_parts, announcement, …), all of them optional: apps, app_profiles, departments, users, chats,
// share_links, chat_parts (tabs, menu, top notice), announcements, files (in base64), messages with their reactions,
// merged_messages, pins, cards, sent_cards, card_templates, ephemeral_cards, card_copies, custom_bots, feeds, tags, chat_tags;
// settings, tenant_info, language_services, clock, tenant_key. Ids that are empty are generated, as are times of chats and
// messages. Times and durations are numbers in the unit of their member; times are milliseconds since 1970.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <string_view>

#include <boost/json/object.hpp>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::emulator {

class state;

/// The tenant as a scenario. A tenant that it starts has an equal one. The content of files above 1 MiB is omitted, as are
/// tokens, logins, rates, and batch messages in progress.
FEISHU_DECL boost::json::object scenario_of(state& tenant);

/// Adds what a scenario has to a tenant, without events:
/// `platform.state().with([&](auto& tenant) { return load(tenant, text); })`.
/// Errors: 230001, which names the member, for one that is unknown or of another type, an id that occurs twice or is
/// unknown, and another version; nothing is added then.
FEISHU_DECL result<void> load(state& tenant, boost::json::object const& scenario);
/// The same from a document.
FEISHU_DECL result<void> load(state& tenant, std::string_view document);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/persist/scenario.ipp>
#endif
