#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include <feishu/emulator/handlers/im/v1/common.hpp>
#include <feishu/emulator/handlers/im/v1/message.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

// The users of the list who are in the chat, each once; the others go to `invalid`.
inline std::vector<user*> urgent_receivers(state& tenant, chat const& where,
                                           open<im::v1::user_id_type> const& type,
                                           std::vector<std::string> const& ids,
                                           std::vector<std::string>& invalid) {
    std::vector<user*> receivers;
    for (auto const& id : ids) {
        auto* whom = tenant.find_user(type.value_or(im::v1::user_id_type::open_id), id);
        if (whom == nullptr || !where.has(whom->open_id))
            invalid.push_back(id);
        else if (std::ranges::find(receivers, whom) == receivers.end())
            receivers.push_back(whom);
    }
    return receivers;
}

// One quota serves all kinds of notifications.
inline result<void> take_urgent(state& tenant, std::vector<user*> const& receivers) {
    for (auto const* whom : receivers)
        if (whom->unread_urgent > tenant.settings.max_unread_urgent)
            return refuse(230023);
    auto& quota = tenant.settings.urgent_quota;
    if (quota && *quota < static_cast<int>(receivers.size()))
        return refuse(230024);
    if (quota)
        *quota -= static_cast<int>(receivers.size());
    return {};
}

// The kinds differ only in where the receivers are listed; `also` is null for the app's own notification.
template <class E>
result<typename E::response> urge(state& tenant, caller const& who, E const& request,
                                  std::set<feishu::open_id> message_extras::*also) {
    auto const found = find_visible_message(tenant, who, E::spec, request.message_id, recalled::refuse);
    if (!found)
        return found.error();
    auto& message = **found;
    if (is_child(message))
        return refuse(230001, "invalid message_id");
    if (!sent_by(who, message))
        return refuse(230012);
    if (message.batch)
        return refuse(230052);
    typename E::response response;
    auto const receivers = urgent_receivers(tenant, *tenant.find_chat(message.chat_id), request.user_id_type,
                                            *request.user_id_list, response.invalid_user_id_list);
    if (receivers.empty())
        return refuse(230001, "no valid user in user_id_list");
    if (auto ok = take_urgent(tenant, receivers); !ok)
        return ok.error();
    for (auto* whom : receivers) {
        ++whom->unread_urgent;
        message.urgent_receivers.edit().insert(whom->open_id);
        if (also != nullptr)
            (message.extras.edit().*also).insert(whom->open_id);
    }
    return response;
}

} // namespace detail

FEISHU_DECL result<im::v1::message::urgent_app::response> handle(state& tenant, caller const& who,
                                                                 im::v1::message::urgent_app const& request) {
    return detail::urge(tenant, who, request, nullptr);
}

FEISHU_DECL result<im::v1::message::urgent_sms::response> handle(state& tenant, caller const& who,
                                                                 im::v1::message::urgent_sms const& request) {
    return detail::urge(tenant, who, request, &message_extras::notified_by_sms);
}

FEISHU_DECL result<im::v1::message::urgent_phone::response>
handle(state& tenant, caller const& who, im::v1::message::urgent_phone const& request) {
    return detail::urge(tenant, who, request, &message_extras::notified_by_phone);
}

} // namespace feishu::emulator
