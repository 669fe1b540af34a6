#pragma once
// Settings of the emulated tenant: `platform.state()->settings.max_edits = 1;`

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>

namespace feishu::emulator {

/// What a tenant's administrator or the platform itself configures.
struct settings {
    std::chrono::minutes token_lifetime{120}; ///< of every access token
    std::chrono::minutes token_renewal{30}; ///< with less lifetime left, a request for a token gets a new one
    std::chrono::minutes code_lifetime{5};           ///< of an authorization code
    std::chrono::hours refresh_token_lifetime{24 * 7}; ///< of every refresh token
    std::chrono::seconds device_code_lifetime{240};  ///< of a device authorization
    std::chrono::seconds device_poll_interval{5};    ///< of requests for the token of a device code
    std::chrono::hours edit_window{24};     ///< how long a message can be edited
    std::chrono::hours recall_window{24};   ///< how long its sender can recall a message
    int max_edits = 20;                     ///< of one message
    int max_unread_urgent = 200;            ///< a user with more cannot get further urgent notifications
    std::uint64_t max_image_bytes = 10u << 20;    ///< of an uploaded image
    std::uint64_t max_file_bytes = 30u << 20;     ///< of an uploaded file; see also options::max_body_bytes
    std::uint64_t max_resource_bytes = 100u << 20; ///< of a downloaded file
    /// Whether requests above an endpoint's documented rate are refused: 429, code 99991400; and more than five
    /// messages per second to a chat: 230020. Off by default, as tests send faster than programs.
    bool documented_rates = false;
    /// How many requests all custom apps together may make in a calendar month: then 429, code 99991403.
    /// Unlimited if not set.
    std::optional<std::uint64_t> monthly_quota{};
    /// How many descendants contact.v3.department.children lists recursively: for a larger department, code 43010.
    std::size_t max_recursive_departments = 10'000;
    int max_scope_applications = 10; ///< by application.v6.scope.apply
    std::optional<int> urgent_quota{}; ///< urgent notifications left for the tenant; unlimited if not set
    std::size_t max_chat_members = 5'000; ///< users in one group
    std::size_t max_chat_bots = 15;       ///< bots in one group
    std::size_t max_chat_managers = 10;   ///< of one group, users and bots
    bool external_chats = true;           ///< whether apps may create external groups
    /// URLs of documents that neither apps nor users may read; all others can be shown in a chat tab.
    std::set<std::string> private_documents{};
    std::size_t max_announcement_blocks = 20'000;  ///< of one announcement
    std::size_t max_announcement_depth = 20;       ///< levels of blocks, with the root
    std::size_t max_announcement_children = 3'000; ///< directly below one block
    std::uint32_t batch_quota = 500'000; ///< how many batch messages an app may send in a day
    /// How many copies of a batch message are sent, or recalled, per second of the tenant's clock: by
    /// `state::advance`, and when an endpoint of batch messages is called. At once if not set.
    std::optional<std::uint32_t> batch_rate{};
};

} // namespace feishu::emulator
