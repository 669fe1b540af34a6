#pragma once

#include <utility>

#include <feishu/emulator/handlers/im/v2/app_feed_card.hpp>
#include <feishu/emulator/handlers/im/v2/common.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

inline feed_card make_feed_card(state& tenant, caller const& who, std::string biz_id,
                                im::v2::model::new_app_feed_card const& wanted) {
    feed_card out;
    out.app = who.app.app_id;
    out.biz_id = std::move(biz_id);
    out.title = wanted.title ? wanted.title->str() : std::string();
    out.avatar_key = wanted.avatar_key ? wanted.avatar_key->str() : std::string();
    out.preview = wanted.preview ? wanted.preview->str() : std::string();
    out.status_label = wanted.status_label;
    if (wanted.buttons)
        out.buttons = wanted.buttons->buttons->values();
    out.link = wanted.link->link ? wanted.link->link->str() : std::string();
    out.time_sensitive = wanted.time_sensitive.value_or(false);
    out.display_time = tenant.now();
    out.sort_time = tenant.now();
    if (!wanted.notify || !wanted.notify->close_notify.value_or(false))
        out.notifications = 1;
    return out;
}

} // namespace detail

FEISHU_DECL result<im::v2::app_feed_card::create::response>
handle(state& tenant, caller const& who, im::v2::app_feed_card::create const& request) {
    if (!request.app_feed_card)
        return refuse(230001, "app_feed_card is required");
    auto const& wanted = *request.app_feed_card;
    if (!wanted.link->link || wanted.link->link->empty())
        return refuse(230001, "app_feed_card.link is required");
    if (request.user_ids.empty())
        return refuse(230001, "user_ids is required");
    auto const biz_id = wanted.biz_id && !wanted.biz_id->empty() ? wanted.biz_id->str() : tenant.make_id("");
    auto const card = detail::make_feed_card(tenant, who, biz_id, wanted);
    im::v2::app_feed_card::create::response response{.failed_cards = {}, .biz_id = biz_id};
    for (auto const& id : request.user_ids) {
        im::v2::feed_card_fail_reason reason;
        auto const* whose = find_feed_owner(tenant, who, request.user_id_type, id, reason);
        bool created = false;
        if (whose != nullptr) {
            auto& feed = tenant.feeds().of(whose->open_id);
            created = feed.emplace(detail::feed_store::key_of(who.app.app_id, biz_id), card).second;
            reason = im::v2::feed_card_fail_reason::duplicate;
        }
        if (!created)
            response.failed_cards.push_back({.biz_id = biz_id, .user_id = id, .reason = reason});
    }
    return response;
}

} // namespace feishu::emulator
