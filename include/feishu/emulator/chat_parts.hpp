#pragma once
// What hangs on a chat of the emulated tenant, as plain data: tabs, menu, pinned top notice.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <optional>
#include <vector>

#include <feishu/api/im/v1/models.hpp>
#include <feishu/core/ids.hpp>

namespace feishu::emulator {

/// What is pinned to the top of a group: a message or the announcement.
struct top_notice {
    im::v1::top_notice_type type = im::v1::top_notice_type::announcement;
    feishu::message_id message_id{}; ///< empty for the announcement
    feishu::open_id user{};          ///< who pinned it; empty if a bot did
    feishu::app_id app{};            ///< empty if a user did
};

/// Tabs, menu and top notice of a chat, and who may change them.
struct chat_parts {
    std::vector<im::v1::model::chat_tab> tabs{}; ///< in order; the first is the one of the messages
    std::vector<im::v1::model::chat_menu_top_level> menu{};
    std::optional<emulator::top_notice> top_notice{};

    // Group settings, which only clients can change: with them, only owner, managers and the creator bot may
    // do it, otherwise all members.

    bool only_managers_edit_tabs = false;         ///< tabs and menu
    bool only_managers_pin = false;               ///< the top notice
    bool only_managers_edit_announcement = false; ///< the announcement
};

} // namespace feishu::emulator
