#pragma once
// Feishu bot v4: shared types. Generated from codegen/specs/bot/v4/models.json: edit that, then run codegen/run.

#include <optional>
#include <string>

#include <feishu/generated/common.hpp>

namespace feishu::bot_::v4 {

namespace model {

/// Conditions of a bot search.
struct bot_filter {
    /// Only bots in these chats.
    field::list<feishu::chat_id, 0, 100> chat_ids{};
    /// Only bots that have a one-to-one chat with the user.
    std::optional<bool> has_chatter{};
};
BOOST_DESCRIBE_STRUCT(bot_filter, (), (chat_ids, has_chatter))

/// Properties of a bot that was found.
struct bot_meta {
    /// Tenant id.
    std::string tenant_id;
    /// Whether the bot can be added to groups.
    bool enable_join_group = false;
    /// One-to-one chat of the user with the bot.
    feishu::chat_id chat_id;
    /// Whether the bot is an AI agent.
    bool is_agent = false;
};
BOOST_DESCRIBE_STRUCT(bot_meta, (), (tenant_id, enable_join_group, chat_id, is_agent))

/// A search result.
struct search_item {
    /// Id of the bot.
    std::string id;
    /// Display text; matches are marked with <h></h>.
    std::string display_info;
    /// Properties of the bot.
    model::bot_meta meta_data;
};
BOOST_DESCRIBE_STRUCT(search_item, (), (id, display_info, meta_data))

} // namespace model

} // namespace feishu::bot_::v4
