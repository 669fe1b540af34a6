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

reflect::member_list<"chat_ids, has_chatter", &bot_filter::chat_ids, &bot_filter::has_chatter>
feishu_members(bot_filter**);

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

reflect::member_list<"tenant_id, enable_join_group, chat_id, is_agent", &bot_meta::tenant_id,
                     &bot_meta::enable_join_group, &bot_meta::chat_id, &bot_meta::is_agent>
feishu_members(bot_meta**);

/// A search result.
struct search_item {
    /// Id of the bot.
    std::string id;
    /// Display text; matches are marked with <h></h>.
    std::string display_info;
    /// Properties of the bot.
    model::bot_meta meta_data;
};

reflect::member_list<"id, display_info, meta_data", &search_item::id, &search_item::display_info,
                     &search_item::meta_data>
feishu_members(search_item**);

} // namespace model

} // namespace feishu::bot_::v4
