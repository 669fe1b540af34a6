#pragma once
// Validation rules across the fields of feed cards.

#include <string_view>

#include <feishu/core/violation.hpp>
#include <feishu/generated/im/v2/models.hpp>

namespace feishu::im::v2 {

namespace detail {

// An applink is an https address, or has a scheme of the Feishu and Lark clients.
constexpr bool is_card_link(std::string_view link) {
    return link.starts_with("https://") || link.starts_with("applink://") || link.starts_with("lark://") ||
           link.starts_with("feishu://");
}

template <class Url>
constexpr void check_https(Url const& url, std::string_view field, violations& found) {
    if (url && !url->empty() && !std::string_view(*url).starts_with("https://"))
        found.add(field, "must be an https address");
}

} // namespace detail

namespace model {

constexpr void rules(feed_card_link const& link, violations& found) {
    if (link.link && !link.link->empty() && !detail::is_card_link(*link.link))
        found.add("link", "must be an https address or an applink");
}

constexpr void rules(new_app_feed_card const& card, violations& found) {
    if (card.link.present() && (!card.link->link || card.link->link->empty()))
        found.add("link.link", "is required in a new card");
}

constexpr void rules(feed_card_url const& urls, violations& found) {
    detail::check_https(urls.url, "url", found);
    detail::check_https(urls.android_url, "android_url", found);
    detail::check_https(urls.ios_url, "ios_url", found);
    detail::check_https(urls.pc_url, "pc_url", found);
}

constexpr void rules(feed_card_button const& button, violations& found) {
    if (*button.action_type != button_action_type::url_page)
        return;
    auto const& urls = button.multi_url;
    if (!urls || !(urls->url || urls->android_url || urls->ios_url || urls->pc_url))
        found.add("multi_url", "is required with action_type url_page");
}

constexpr void rules(feed_card_notify const& notify, violations& found) {
    if (notify.with_custom_sound.value_or(false) && (!notify.custom_sound_text || notify.custom_sound_text->empty()))
        found.add("custom_sound_text", "is required with with_custom_sound");
}

constexpr void rules(feed_card_update const& update, violations& found) {
    auto const& card = update.app_feed_card;
    if (card.present() && (!card->biz_id || card->biz_id->empty()))
        found.add("app_feed_card.biz_id", "is required: it identifies the card to change");
}

} // namespace model

} // namespace feishu::im::v2
