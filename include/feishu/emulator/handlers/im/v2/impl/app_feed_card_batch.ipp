#pragma once

#include <utility>

#include <feishu/emulator/handlers/im/v2/app_feed_card_batch.hpp>
#include <feishu/emulator/handlers/im/v2/common.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

// The card of a user; null if there is none, with the reason.
inline feed_card* find_feed_card(state& tenant, caller const& who, open<user_id_type> const& type,
                                 std::string const& user_id, std::string const& biz_id,
                                 im::v2::feed_card_fail_reason& reason) {
    auto const* whose = find_feed_owner(tenant, who, type, user_id, reason);
    if (whose == nullptr)
        return nullptr;
    reason = im::v2::feed_card_fail_reason::not_created;
    return tenant.feeds().find(whose->open_id, feed_store::key_of(who.app.app_id, biz_id));
}

inline result<void> check_feed_update(im::v2::model::feed_card_update const& update) {
    if (!update.app_feed_card->biz_id || update.app_feed_card->biz_id->empty())
        return refuse(230001, "app_feed_card.biz_id is required");
    for (auto const& field : *update.update_fields) {
        if (!field.known())
            return refuse(230001, "invalid update_fields");
        auto const& link = update.app_feed_card->link;
        if (field == im::v2::feed_card_field::link && !(link && link->link && !link->link->empty()))
            return refuse(230001, "app_feed_card.link is required");
    }
    return {};
}

inline void update_feed_field(feed_card& card, im::v2::feed_card_field field,
                              im::v2::model::app_feed_card const& given, clock::time_point now) {
    using fields = im::v2::feed_card_field;
    switch (field) {
    case fields::title: card.title = given.title ? given.title->str() : std::string(); break;
    case fields::avatar_key:
        card.avatar_key = given.avatar_key ? given.avatar_key->str() : std::string();
        break;
    case fields::preview: card.preview = given.preview ? given.preview->str() : std::string(); break;
    case fields::status_label: card.status_label = given.status_label; break;
    case fields::buttons:
        card.buttons.clear();
        if (given.buttons)
            card.buttons = given.buttons->buttons->values();
        break;
    case fields::link: card.link = given.link->link->str(); break;
    case fields::time_sensitive: card.time_sensitive = given.time_sensitive.value_or(false); break;
    case fields::display_time: card.display_time = now; break;
    case fields::sort_time: card.sort_time = now; break;
    case fields::notify:
        if (!given.notify || !given.notify->close_notify.value_or(false))
            ++card.notifications;
        break;
    }
}

} // namespace detail

FEISHU_DECL result<im::v2::app_feed_card_batch::update::response>
handle(state& tenant, caller const& who, im::v2::app_feed_card_batch::update const& request) {
    if (request.feed_cards.empty())
        return refuse(230001, "feed_cards is required");
    for (auto const& update : request.feed_cards)
        if (auto ok = detail::check_feed_update(update); !ok)
            return ok.error();
    im::v2::app_feed_card_batch::update::response response;
    for (auto const& update : request.feed_cards) {
        auto const& given = *update.app_feed_card;
        im::v2::feed_card_fail_reason reason;
        auto* card = detail::find_feed_card(tenant, who, request.user_id_type, *update.user_id,
                                            given.biz_id->str(), reason);
        if (card == nullptr) {
            response.failed_cards.push_back(
                {.biz_id = given.biz_id->str(), .user_id = *update.user_id, .reason = reason});
            continue;
        }
        for (auto const& field : *update.update_fields)
            detail::update_feed_field(*card, *field.value(), given, tenant.now());
    }
    return response;
}

FEISHU_DECL result<im::v2::app_feed_card_batch::delete_::response>
handle(state& tenant, caller const& who, im::v2::app_feed_card_batch::delete_ const& request) {
    if (request.feed_cards.empty())
        return refuse(230001, "feed_cards is required");
    im::v2::app_feed_card_batch::delete_::response response;
    for (auto const& one : request.feed_cards) {
        im::v2::feed_card_fail_reason reason;
        auto const* whose = find_feed_owner(tenant, who, request.user_id_type, *one.user_id, reason);
        bool deleted = false;
        if (whose != nullptr) {
            auto& feed = tenant.feeds().of(whose->open_id);
            deleted = feed.erase(detail::feed_store::key_of(who.app.app_id, *one.biz_id)) > 0;
            reason = im::v2::feed_card_fail_reason::not_created;
        }
        if (!deleted)
            response.failed_cards.push_back(
                {.biz_id = *one.biz_id, .user_id = *one.user_id, .reason = reason});
    }
    return response;
}

} // namespace feishu::emulator
