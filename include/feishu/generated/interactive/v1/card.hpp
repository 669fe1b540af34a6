#pragma once
// Feishu interactive v1: card. Generated from codegen/specs/interactive/v1/card.json: edit that, then run codegen/run.

#include <string>

#include <boost/json/value.hpp>

#include <feishu/generated/common.hpp>

namespace feishu::interactive::v1::card {

/// Updates a card after its callback was acknowledged (delayed update).
struct update {
    static constexpr endpoint_spec spec{
        .id = "interactive.v1.card.update",
        .method = verb::post,
        .path = "/open-apis/interactive/v1/card/update",
        .tokens = feishu::token::tenant,
        .scopes = {any_of("im:message", "im:message:send_as_bot", "im:message:update")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .envelope = envelope::flat,
        .errors = {10002, 11311, 100000, 100030, 200000, 200310, 200320, 300020, 300030, 300040, 300090},
        .doc = "https://open.feishu.cn/document/ukTMukTMukTM/uMDO1YjLzgTN24yM4UjN",
    };

    /// Token from the card callback; valid for 30 minutes and at most two updates.
    field::required<std::string> token;
    /// New card; if it is not shared, its member open_ids lists the users to update it for.
    field::required<boost::json::value> card;

    struct response {};
};
BOOST_DESCRIBE_STRUCT(update, (), (token, card))
BOOST_DESCRIBE_STRUCT(update::response, (), ())

} // namespace feishu::interactive::v1::card
