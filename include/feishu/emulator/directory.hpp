#pragma once
// The apps and users of the emulated tenant, as plain data.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <optional>
#include <set>
#include <string>
#include <vector>

#include <feishu/api/im/v1/models.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/emulator/impl/sparse.hpp>
#include <feishu/emulator/user_profile.hpp>

namespace feishu::emulator {

/// An app: a custom one, or a store app.
struct app {
    feishu::app_id app_id{};
    std::string app_secret{};
    std::string name{};
    /// Scopes that an administrator approved; all if not set.
    std::optional<std::set<std::string>> scopes{};
    /// Users in the app's availability; everyone if not set.
    std::optional<std::set<feishu::open_id>> available_to{};
    /// Redirect URLs for logins; any if not set.
    std::optional<std::vector<std::string>> redirect_urls{};
    bool refresh_user_tokens = true; ///< security setting: user tokens may be refreshed
    bool bot = true;               ///< bot ability activated
    bool store = false;            ///< a store app: tokens by app_ticket, no long connection
    std::string app_ticket{};      ///< the most recent one pushed; store apps only
    feishu::open_id bot_open_id{}; ///< identifies the bot in mentions

    /// An app converts to its app_id.
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
    int unread_urgent = 0; ///< urgent notifications not read yet
    std::string mobile{};  ///< phone number with country code: `+8613011111111`
    /// The departments that the user belongs to, the primary one first; none for a member of the root department.
    /// Changed by `state::move_user`, so that the lists of members agree.
    std::vector<feishu::department_id> departments{};
    feishu::open_id leader{}; ///< direct manager
    bool frozen = false;      ///< account suspended
    bool activated = true;
    /// What most users of a test do not have: `.profile = user_profile{.job_title = "Engineer"}`.
    detail::sparse<user_profile> profile{};

    /// A user converts to the open_id: `state->add_chat("ops", {ann, ben})`.
    operator feishu::open_id const&() const { return open_id; }

    /// This user's id of the given type.
    std::string const& id(user_id_type type) const {
        return type == user_id_type::union_id  ? union_id.str()
               : type == user_id_type::user_id ? user_id.str()
                                               : open_id.str();
    }
};

} // namespace feishu::emulator
