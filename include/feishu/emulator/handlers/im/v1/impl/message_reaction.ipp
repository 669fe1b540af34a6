#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include <feishu/emulator/handlers/im/v1/common.hpp>
#include <feishu/emulator/handlers/im/v1/message_reaction.hpp>
#include <feishu/emulator/impl/page_token.hpp>
#include <feishu/emulator/impl/push/events.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

namespace reactions = feishu::im::v1::message_reaction;

// A message in a chat that the caller is in; `denied` if it is not.
inline result<message*> find_reacted(state& tenant, caller const& who, feishu::message_id const& id,
                                     int denied) {
    auto* found = tenant.find_message(id);
    if (found == nullptr)
        return refuse(231003);
    auto const* where = tenant.find_chat(found->chat_id);
    if (where == nullptr)
        return refuse(231004);
    if (auto ok = require_member(who, *where); !ok)
        return refuse(ok.error().code == 232009 ? (denied == 231008 ? 231004 : 232009) : denied);
    if (is_child(*found))
        return refuse(231018);
    if (found->deleted || found->removed)
        return refuse(230110);
    return found;
}

// The same to change its reactions.
inline result<message*> find_to_react(state& tenant, caller const& who, feishu::message_id const& id) {
    auto const found = find_reacted(tenant, who, id, 231002);
    if (found && !require_available_partner(tenant, who, *tenant.find_chat((*found)->chat_id)))
        return refuse(231022);
    return found;
}

inline bool is_by(reaction const& one, caller const& who) {
    return who.user ? one.user == who.user->open_id : one.user.empty() && one.app == who.app.app_id;
}

inline im::v1::model::reaction_operator operator_of(state& tenant, reaction const& one,
                                                    im::v1::user_id_type type) {
    if (one.user.empty())
        return {.operator_id = one.app.str(), .operator_type = im::v1::operator_type::app};
    auto const* user = tenant.find_user(one.user);
    return {.operator_id = user != nullptr ? user->id(type) : one.user.str(),
            .operator_type = im::v1::operator_type::user};
}

inline im::v1::model::reaction shown_reaction(state& tenant, reaction const& one, im::v1::user_id_type type) {
    im::v1::model::reaction out;
    out.reaction_id = one.reaction_id;
    out.operator_ = operator_of(tenant, one, type);
    out.action_time = one.time;
    out.reaction_type.emoji_type = open<im::v1::emoji_type>(one.emoji_type);
    return out;
}

// A page of a message's reactions.
struct reaction_page {
    std::vector<reaction const*> items{};
    std::string page_token{};
};

// Nothing if the token belongs to another query.
inline std::optional<reaction_page> reactions_page(message const& what, std::string const& emoji,
                                                   std::optional<std::string> const& token,
                                                   std::size_t size) {
    auto const query = "reactions\n" + what.message_id.str() + '\n' + emoji;
    std::size_t at = 0;
    if (token && !token->empty()) {
        auto const position = read_page_token(query, *token);
        if (!position)
            return std::nullopt;
        at = static_cast<std::size_t>(*position);
    }
    reaction_page page;
    for (; at < what.reactions.size(); ++at) {
        if (!emoji.empty() && what.reactions[at].emoji_type != emoji)
            continue;
        if (page.items.size() == size) {
            page.page_token = make_page_token(query, at);
            break;
        }
        page.items.push_back(&what.reactions[at]);
    }
    return page;
}

inline im::v1::model::message_reaction_counts counts_of(message const& what, std::string const& emoji) {
    std::map<std::string, std::size_t> counts;
    for (auto const& one : what.reactions)
        if (emoji.empty() || one.emoji_type == emoji)
            ++counts[one.emoji_type];
    im::v1::model::message_reaction_counts out;
    out.message_id = what.message_id;
    for (auto const& [type, count] : counts)
        out.reaction_count.push_back(
            {.reaction_type = open<im::v1::emoji_type>(type), .count = std::to_string(count)});
    return out;
}

inline im::v1::model::message_reactions shown_page(state& tenant, message const& what,
                                                   reaction_page const& page, im::v1::user_id_type type) {
    im::v1::model::message_reactions out;
    out.message_id = what.message_id;
    out.has_more = !page.page_token.empty();
    out.page_token = page.page_token;
    for (auto const* one : page.items)
        out.message_reaction_items.push_back({.reaction_id = one->reaction_id,
                                              .operator_ = operator_of(tenant, *one, type),
                                              .action_time = one->time,
                                              .emoji_type = open<im::v1::emoji_type>(one->emoji_type)});
    return out;
}

} // namespace detail

FEISHU_DECL result<im::v1::message_reaction::create::response>
handle(state& tenant, caller const& who, im::v1::message_reaction::create const& request) {
    im::v1::message_reaction::create::response response;
    auto const& emoji = request.reaction_type->emoji_type.value();
    if (!emoji.known())
        return refuse(231001);
    auto const found = detail::find_to_react(tenant, who, request.message_id);
    if (!found)
        return found.error();
    auto& message = **found;
    if (message.msg_type == im::v1::msg_type::system)
        return refuse(231017);
    auto const shown = [&](reaction const& one) -> result<im::v1::message_reaction::create::response> {
        static_cast<im::v1::model::reaction&>(response) =
            detail::shown_reaction(tenant, one, im::v1::user_id_type::open_id);
        return response;
    };
    for (auto const& there : message.reactions)
        if (detail::is_by(there, who) && there.emoji_type == emoji.str())
            return shown(there);
    reaction draft{.emoji_type = emoji.str(), .time = tenant.now()};
    if (who.user)
        draft.user = who.user->open_id;
    else
        draft.app = who.app.app_id;
    return shown(tenant.add_reaction(message, std::move(draft)));
}

FEISHU_DECL result<im::v1::message_reaction::delete_::response>
handle(state& tenant, caller const& who, im::v1::message_reaction::delete_ const& request) {
    auto const found = detail::find_to_react(tenant, who, request.message_id);
    if (!found)
        return found.error();
    auto const* reacted = tenant.find_reacted(request.reaction_id);
    if (reacted == nullptr)
        return refuse(231011);
    if (reacted != *found)
        return refuse(231010);
    for (auto const& one : reacted->reactions)
        if (one.reaction_id == *request.reaction_id && !detail::is_by(one, who))
            return refuse(231007);
    auto const removed = tenant.remove_reaction(**found, request.reaction_id);
    im::v1::message_reaction::delete_::response response;
    static_cast<im::v1::model::reaction&>(response) =
        detail::shown_reaction(tenant, removed, im::v1::user_id_type::open_id);
    return response;
}

FEISHU_DECL result<im::v1::message_reaction::list::response>
handle(state& tenant, caller const& who, im::v1::message_reaction::list const& request) {
    auto const found = detail::find_reacted(tenant, who, request.message_id, 231008);
    if (!found)
        return found.error();
    if (request.reaction_type.has_value() && !request.reaction_type.known())
        return refuse(231001);
    auto const page = detail::reactions_page(**found, request.reaction_type.str(), request.page_token,
                                             static_cast<std::size_t>(static_cast<int>(request.page_size)));
    if (!page)
        return refuse(231012);
    im::v1::message_reaction::list::response response;
    for (auto const* one : page->items)
        response.items.push_back(detail::shown_reaction(
            tenant, *one, request.user_id_type.value_or(im::v1::user_id_type::open_id)));
    response.has_more = !page->page_token.empty();
    response.page_token = page->page_token;
    return response;
}

FEISHU_DECL result<im::v1::message_reaction::batch_query::response>
handle(state& tenant, caller const& who, im::v1::message_reaction::batch_query const& request) {
    using reason = im::v1::reaction_fail_reason;
    if (auto ok = require_bot(who); !ok)
        return ok.error();
    for (auto const& query : *request.queries)
        if (!query.message_id || query.message_id->empty())
            return refuse(230001, "invalid queries: message_id is required");
    im::v1::message_reaction::batch_query::response response;
    auto const emoji = request.reaction_type.str();
    auto const size = static_cast<std::size_t>(
        request.page_size_per_message ? static_cast<int>(*request.page_size_per_message) : 10);
    auto const fail = [&](feishu::message_id const& id, reason why) {
        response.fail_msg_reaction_details.push_back({.message_id = id, .fail_reason = why});
    };
    for (auto const& query : *request.queries) {
        auto const found = detail::find_reacted(tenant, who, *query.message_id, 231008);
        if (!found) {
            fail(*query.message_id, found.error().code == 231008 ? reason::no_permission : reason::invalid);
            continue;
        }
        auto const page = detail::reactions_page(**found, emoji, query.page_token, size);
        if (!page) {
            fail(*query.message_id, reason::invalid_page_token);
            continue;
        }
        response.success_msg_reaction_details.push_back(detail::shown_page(
            tenant, **found, *page, request.user_id_type.value_or(im::v1::user_id_type::open_id)));
        response.success_msg_reaction_counts.push_back(detail::counts_of(**found, emoji));
    }
    return response;
}

} // namespace feishu::emulator
