#pragma once
// Feishu interactive v1: card. Generated from codegen/specs/interactive/v1/card.json: edit that, then run codegen/run.

#include <string>

#include <boost/json/value.hpp>

#include <feishu/generated/common.hpp>

namespace feishu::interactive::v1::card {

/// Updates a card after a call-back, later than its answer.
struct update {
    static constexpr endpoint_spec spec{
        .id = "interactive.v1.card.update",
        .method = verb::post,
        .path = "/open-apis/interactive/v1/card/update",
        .tokens = feishu::token::tenant,
        .scopes = {any_of("im:message", "im:message:send_as_bot", "im:message:update")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .envelope = envelope::flat,
        .doc = "https://open.feishu.cn/document/ukTMukTMukTM/uMDO1YjLzgTN24yM4UjN",
    };

    /// From the card's call-back; good for 30 minutes and two updates.
    field::required<std::string> token;
    /// The new card; its member open_ids says for whom, when it is not shared.
    field::required<boost::json::value> card;

    struct response {};
};
BOOST_DESCRIBE_STRUCT(update, (), (token, card))
BOOST_DESCRIBE_STRUCT(update::response, (), ())

} // namespace feishu::interactive::v1::card
