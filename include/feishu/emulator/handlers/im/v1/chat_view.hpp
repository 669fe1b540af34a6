#pragma once
// What the handlers of groups share: operators, ids of users, chats as responses show them, and lists of chats.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <feishu/api/im/v1/models.hpp>
#include <feishu/core/endpoint_spec.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>
#include <feishu/emulator/chat.hpp>
#include <feishu/emulator/handlers/user_ids.hpp>
#include <feishu/emulator/impl/case_folding.hpp>

namespace feishu::emulator {

class state;

/// The operator in events: the user, or the bot by its open_id.
FEISHU_DECL feishu::open_id operator_of(caller const& who);

/// Whether the caller is in the chat.
FEISHU_DECL bool is_in(caller const& who, chat const& where);

/// Whether the caller is the owner: the user, or the bot. A bot that created the group is treated as its owner
/// with the scope im:chat:operate_as_owner.
FEISHU_DECL bool acts_as_owner(caller const& who, chat const& where);

/// Requires the bot ability, also for a user token. Errors: 232025.
FEISHU_DECL result<void> require_chat_bot(caller const& who);

/// The user with an id of a request; null if there is none.
FEISHU_DECL user const* find_listed_user(state& tenant, user_id_type type, std::string const& id);

/// All about a chat.
FEISHU_DECL im::v1::model::chat shown_chat(state& tenant, chat const& where, user_id_type type);
/// What callers who are not in a public group see of it.
FEISHU_DECL im::v1::model::chat shown_to_others(state& tenant, chat const& where, user_id_type type);
/// A chat in a list; `who` decides on the other party of a one-to-one chat.
FEISHU_DECL im::v1::model::chat_summary chat_summary_of(state& tenant, caller const& who, chat const& where,
                                                        user_id_type type);
/// The address of a group's avatar.
FEISHU_DECL std::string avatar_url(chat const& where);
/// `group`, `topic` or `p2p`.
FEISHU_DECL im::v1::chat_mode shown_mode(chat const& where);

/// Where a page begins: 0 for the first one. Errors: 232001 for a token of another query.
FEISHU_DECL result<std::uint64_t> page_begin(std::string_view query, std::optional<std::string> const& token);

/// A search of chats by keyword: names, localized names, and names of members. It looks at a limited number of
/// chats and members, so that one request never takes long.
class chat_search {
public:
    /// At most so many chats, and members of chats, are looked at for one request.
    static constexpr std::size_t max_work = 100'000;

    chat_search(state& tenant, std::string_view query, bool by_member)
        : tenant_(tenant), query_(folded(query)), by_member_(by_member) {}

    FEISHU_DECL bool matches(chat const& where);
    /// Counts work that was done elsewhere.
    void charge(std::size_t work) { work_ += work; }
    bool exhausted() const { return work_ >= max_work; }

private:
    state& tenant_;
    std::string query_;
    bool by_member_;
    std::size_t work_ = 0;
};

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/im/v1/impl/chat_view.ipp>
#endif
