#pragma once
// The people and things of the emulated tenant, as plain data.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <feishu/api/im/v1/models.hpp>
#include <feishu/core/endpoint_spec.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/emulator/clock.hpp>

namespace feishu::emulator {

/// An app: a custom one, or a store app.
struct app {
    feishu::app_id app_id{};
    std::string app_secret{};
    std::string name{};
    /// Scopes that an administrator approved; all when not set.
    std::optional<std::set<std::string>> scopes{};
    /// Users in the app's availability; everybody when not set.
    std::optional<std::set<feishu::open_id>> available_to{};
    bool bot = true;              ///< bot ability activated
    bool store = false;           ///< a store app: tokens by app_ticket, no long connection
    std::string app_ticket{};     ///< the newest that was pushed; store apps only
    feishu::open_id bot_open_id{}; ///< by which users mention the bot

    /// An app stands for its app_id.
    operator feishu::app_id const&() const { return app_id; }
};

/// A user. The emulator gives a user one open_id for all apps.
struct user {
    feishu::open_id open_id{};
    feishu::union_id union_id{};
    feishu::user_id user_id{};
    std::string name{};
    feishu::email email{};
    bool resigned = false;
    int unread_urgent = 0; ///< buzzes not read yet

    /// A user stands for their open_id: `state->add_chat("ops", {ann, ben})`.
    operator feishu::open_id const&() const { return open_id; }

    /// This user's id of a kind.
    std::string const& id(user_id_type type) const {
        return type == user_id_type::union_id  ? union_id.str()
               : type == user_id_type::user_id ? user_id.str()
                                               : open_id.str();
    }
};

enum class chat_mode { group, p2p };

/// A group, or the one-to-one chat of a user with a bot or another user.
struct chat {
    feishu::chat_id chat_id{};
    std::string name{};
    chat_mode mode = chat_mode::group;
    feishu::open_id owner{};                  ///< empty when the creator bot owns it
    feishu::app_id creator_bot{};             ///< empty when a user created it
    std::vector<feishu::open_id> managers{};
    std::vector<feishu::open_id> members{};
    std::vector<feishu::app_id> bots{};
    bool muted = false;     ///< only owner, managers and the creator bot may speak
    bool dissolved = false;

    bool has(feishu::open_id const& id) const { return std::ranges::find(members, id) != members.end(); }
    bool has(feishu::app_id const& id) const { return std::ranges::find(bots, id) != bots.end(); }
    bool managed_by(feishu::open_id const& id) const {
        return owner == id || std::ranges::find(managers, id) != managers.end();
    }
};

/// Somebody's emoji below a message.
struct reaction {
    feishu::reaction_id reaction_id{};
    feishu::open_id user{}; ///< empty when a bot reacted
    feishu::app_id app{};   ///< empty when a user did
    std::string emoji_type{};
    clock::time_point time{};
};

/// A message with what the platform knows of it besides what it shows.
struct message {
    im::v1::model::message wire{};     ///< as an answer shows it
    feishu::app_id app{};              ///< the bot that sent it; empty when a user did
    feishu::open_id user{};            ///< the user who sent it; empty when a bot did
    std::uint64_t sequence = 0;        ///< order of creation in the tenant
    int edits = 0;
    bool removed = false;              ///< deleted altogether, as opposed to recalled (`wire.deleted`)
    std::set<feishu::open_id> urged{}; ///< users buzzed about it
    std::set<feishu::open_id> readers{}; ///< users who have read it
    std::vector<reaction> reactions{};
};

/// An access token and what it stands for.
struct issued_token {
    std::string value{};
    token kind = token::tenant;
    feishu::app_id app{};
    feishu::open_id user{};                        ///< of a user token
    std::optional<std::set<std::string>> scopes{}; ///< that the user granted; all when not set
    clock::time_point expires{};
};

} // namespace feishu::emulator
