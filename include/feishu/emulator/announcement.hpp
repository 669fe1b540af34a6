#pragma once
// The announcement of a group of the emulated tenant, as plain data: a tree of blocks (docx), or a legacy
// document (doc).

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <feishu/core/ids.hpp>
#include <feishu/emulator/clock.hpp>

namespace feishu::emulator {

/// A block of an announcement.
struct announcement_block {
    std::string parent_id{};             ///< empty for the root
    std::vector<std::string> children{}; ///< block ids in order
    std::string content{};               ///< JSON object, as the API shows the block, without its ids
};

/// The announcement of a group; each group has one, which is empty at first.
struct announcement {
    /// Of type doc: im.v1.chat_announcement serves it instead of docx.v1.chat_announcement.
    bool legacy = false;
    bool readable = true; ///< false: the document is shared with nobody
    bool editable = true; ///< false: the document is read-only
    std::int64_t revision = 1;
    clock::time_point create_time{};
    clock::time_point update_time{};
    feishu::open_id owner{};       ///< the group's owner when it was created; empty if that is a bot
    feishu::app_id owner_app{};    ///< empty if a user owns it
    feishu::open_id modifier{};    ///< the user who changed it last; empty if a bot did
    feishu::app_id modifier_app{}; ///< empty if a user did
    std::string document{};        ///< legacy: the JSON document, as responses show it
    std::map<std::string, announcement_block> blocks{}; ///< docx: by block id; the chat id is the root's
};

} // namespace feishu::emulator
