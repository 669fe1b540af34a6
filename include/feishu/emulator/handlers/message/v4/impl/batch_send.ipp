#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include <boost/json/value.hpp>

#include <feishu/emulator/handlers/im/v1/common.hpp>
#include <feishu/emulator/handlers/message/v4/batch_send.hpp>
#include <feishu/emulator/impl/message_content.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/refusal.hpp>
#include <feishu/json/write.hpp>

namespace feishu::emulator {
namespace detail {

namespace batch = feishu::message::v4::batch_send;

// The content of the copies: a post is nested in `post`, a shared chat has share_chat_id.
inline boost::json::value batch_content_of(batch::create const& request) {
    if (request.card)
        return *request.card;
    auto content = request.content.value_or(boost::json::object());
    auto* const object = content.if_object();
    if (object == nullptr)
        return content;
    if (*request.msg_type == feishu::message::v4::msg_type::post)
        if (auto* const post = object->if_contains("post")) {
            auto inner = std::move(*post);
            return inner;
        }
    if (auto const* const shared = object->if_contains("share_chat_id")) {
        auto chat = *shared; // a new member may move the others
        (*object)["chat_id"] = std::move(chat);
    }
    return content;
}

// The code that batch_send has for a problem of content.
inline error batch_error(error const& problem, feishu::im::v1::msg_type type) {
    if (type == feishu::im::v1::msg_type::image && problem.code == 230001)
        return refuse(11227);
    if (type == feishu::im::v1::msg_type::share_chat && (problem.code == 230001 || problem.code == 230002))
        return refuse(11231);
    return refuse(11246, problem.message);
}

inline result<message> draft_copy(state& tenant, caller const& who, batch::create const& request) {
    auto const type = msg_type_of(request.msg_type->str());
    auto const document = json::to_string(batch_content_of(request));
    auto content = store_content(tenant, request.msg_type->str(), document, who.app.app_id);
    if (!content)
        return batch_error(content.error(), type);
    if (auto ok = require_content(tenant, who, type, document); !ok)
        return batch_error(ok.error(), type);
    auto draft = draft_message(who, {}, type, std::move(*content));
    draft.batch = true;
    return draft;
}

// Adds the users of a list who can get messages, each once; the others are invalid.
template <class Ids, class Id>
void add_receivers(state& tenant, caller const& who, user_id_type type, Ids const& ids,
                   std::vector<feishu::open_id>& receivers, std::unordered_set<std::string>& seen,
                   std::vector<Id>& invalid) {
    for (auto const& id : ids) {
        auto const* whom = tenant.find_user(type, id.str());
        if (whom == nullptr || !require_available(who, *whom))
            invalid.push_back(id);
        else if (seen.insert(whom->open_id.str()).second)
            receivers.push_back(whom->open_id);
    }
}

// The members of a department and of those below it; false for an unknown one.
inline bool add_department(state& tenant, caller const& who, feishu::department_id const& id,
                           std::vector<feishu::open_id>& receivers, std::unordered_set<std::string>& seen) {
    auto& departments = tenant.departments();
    auto const* root = departments.find(id) != nullptr ? departments.find(id) : departments.find_custom(id.str());
    if (root == nullptr)
        return false;
    std::vector<feishu::department_id> all{root->open_department_id};
    for (auto const position : departments.descendants_of(root->open_department_id, departments.all().size()))
        all.push_back(departments.at(position).open_department_id);
    for (auto const& one : all)
        for (auto const position : departments.members_of(one)) {
            auto const& whom = tenant.users()[position];
            if (require_available(who, whom) && seen.insert(whom.open_id.str()).second)
                receivers.push_back(whom.open_id);
        }
    return true;
}

inline result<void> require_batch_scopes(caller const& who, batch::create const& request) {
    auto const& granted = who.app.scopes;
    bool const users = !request.open_ids.empty() || !request.user_ids.empty() || !request.union_ids.empty();
    if (granted && users && !granted->contains("im:message:send_multi_users"))
        return refuse(11203);
    if (granted && !request.department_ids.empty() && !granted->contains("im:message:send_multi_depts"))
        return refuse(11204);
    return {};
}

} // namespace detail

FEISHU_DECL result<feishu::message::v4::batch_send::create::response>
handle(state& tenant, caller const& who, feishu::message::v4::batch_send::create const& request) {
    if (!who.app.bot)
        return refuse(11205);
    if (auto ok = detail::require_batch_scopes(who, request); !ok)
        return ok.error();
    auto draft = detail::draft_copy(tenant, who, request);
    if (!draft)
        return draft.error();
    feishu::message::v4::batch_send::create::response response;
    std::vector<feishu::open_id> receivers;
    std::unordered_set<std::string> seen;
    detail::add_receivers(tenant, who, user_id_type::open_id, request.open_ids, receivers, seen,
                          response.invalid_open_ids);
    detail::add_receivers(tenant, who, user_id_type::user_id, request.user_ids, receivers, seen,
                          response.invalid_user_ids);
    detail::add_receivers(tenant, who, user_id_type::union_id, request.union_ids, receivers, seen,
                          response.invalid_union_ids);
    for (auto const& id : request.department_ids)
        if (!detail::add_department(tenant, who, id, receivers, seen))
            response.invalid_department_ids.push_back(id);
    if (!tenant.batches().take(who.app.app_id, receivers.size(), tenant.settings.batch_quota, tenant.now()))
        return refuse(11247);
    auto const& added = tenant.batches().add({.id = tenant.make_id("bm-"),
                                              .app = who.app.app_id,
                                              .draft = std::move(*draft),
                                              .receivers = std::move(receivers),
                                              .sent = tenant.now()});
    response.message_id = added.id;
    tenant.deliver_batches();
    return response;
}

} // namespace feishu::emulator
