#pragma once
// Validation rules: user ids must have the form of user_id_type.

#include <cstddef>

#include <feishu/core/violation.hpp>
#include <feishu/generated/im/v2/app_feed_card_batch.hpp>
#include <feishu/rules/im/v2/models.hpp>
#include <feishu/rules/impl/id_form.hpp>
#include <feishu/rules/impl/report.hpp>

namespace feishu::im::v2::app_feed_card_batch {

namespace detail {

template <class E>
constexpr void check_cards(E const& request, violations& found) {
    std::size_t index = 0;
    for (auto const& card : request.feed_cards) {
        violations of_card;
        feishu::detail::check_ids(of_card, "user_id_type", request.user_id_type, "user_id", card.user_id);
        for (auto const& problem : of_card)
            feishu::detail::add_at(found, "feed_cards", index, problem.field, problem.text);
        ++index;
    }
}

} // namespace detail

constexpr void rules(update const& request, violations& found) { detail::check_cards(request, found); }
constexpr void rules(delete_ const& request, violations& found) { detail::check_cards(request, found); }

} // namespace feishu::im::v2::app_feed_card_batch
