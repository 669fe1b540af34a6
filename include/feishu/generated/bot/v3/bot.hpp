#pragma once
// Feishu bot v3: bot. Generated from codegen/specs/bot/v3/bot.json: edit that, then run codegen/run.

#include <map>
#include <string>

#include <feishu/generated/bot/v3/models.hpp>
#include <feishu/generated/common.hpp>

namespace feishu::bot_::v3::bot {

/// Gets the names of bots. Not documented by the platform; used by official tools.
struct basic_batch {
    static constexpr endpoint_spec spec{
        .id = "bot.v3.bot.basic_batch",
        .method = verb::get,
        .path = "/open-apis/bot/v3/bots/basic_batch",
        .query = {"bot_ids"},
        .tokens = token::tenant,
        .scopes = {any_of("bot:basic_info")},
    };

    /// Open ids of the bots.
    field::required<field::list<feishu::open_id, 1>> bot_ids;

    struct response {
        /// Bots, keyed by open id.
        std::map<std::string, model::bot_basic> bots;
    };
};
BOOST_DESCRIBE_STRUCT(basic_batch, (), (bot_ids))
BOOST_DESCRIBE_STRUCT(basic_batch::response, (), (bots))

} // namespace feishu::bot_::v3::bot
