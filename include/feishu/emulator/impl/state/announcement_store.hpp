#pragma once
// The announcements of groups, with what their last revisions changed. References stay valid while the store
// lives.

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <feishu/core/ids.hpp>
#include <feishu/emulator/announcement.hpp>
#include <feishu/emulator/impl/persist/touched.hpp>

namespace feishu::emulator::detail {

/// What blocks were before a revision; nothing for a block that it created.
using block_changes = std::map<std::string, std::optional<announcement_block>>;

/// The result of a change that had a client_token.
struct applied_change {
    std::int64_t revision = 0;
    std::vector<std::string> blocks{}; ///< created or updated
};

struct stored_announcement {
    announcement shown{};
    /// What each of the last revisions changed, the latest at the end: at most `max_revisions`.
    std::deque<block_changes> history{};
    std::set<std::string> deleted{}; ///< ids of blocks that were deleted
    std::unordered_map<std::string, applied_change> by_client_token{};
    std::deque<std::string> client_tokens{}; ///< in the order of their changes: at most `max_revisions`

    static constexpr std::size_t max_revisions = 1000;

    /// Keeps the result of a change for requests with the same token.
    applied_change const& record(std::string const& client_token, applied_change change) {
        client_tokens.push_back(client_token);
        if (client_tokens.size() > max_revisions) {
            by_client_token.erase(client_tokens.front());
            client_tokens.pop_front();
        }
        return by_client_token.insert_or_assign(client_token, std::move(change)).first->second;
    }
};

class announcement_store {
public:
    /// Null if none was added.
    stored_announcement* find(feishu::chat_id const& chat) {
        touched_.add(chat.str());
        auto const found = by_chat_.find(chat.str());
        return found != by_chat_.end() ? &found->second : nullptr;
    }
    stored_announcement& add(feishu::chat_id const& chat) {
        touched_.add(chat.str());
        return by_chat_[chat.str()];
    }

private:
    friend struct store_access;

    touched_entries touched_;
    std::unordered_map<std::string, stored_announcement> by_chat_;
};

} // namespace feishu::emulator::detail
