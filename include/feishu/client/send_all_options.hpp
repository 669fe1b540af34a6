#pragma once
// send_all_options: the settings of client::send_all; send_all_content: what it sends; send_all_report: its outcome.
//
//     auto const report = client.send_all(users, feishu::text{"maintenance at 22:00"}, {.journal = "maintenance-42"}).value();
//     for (auto const& [to, why] : report.failed)
//         std::cerr << why << '\n';

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <chrono>
#include <cstddef>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include <feishu/client.hpp>
#include <feishu/client/impl/stoppable_function.hpp>
#include <feishu/client/receivers.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/json_text.hpp>

namespace feishu {

/// What is sent: any typed content that messages have, such as feishu::text, feishu::post or a card.
class send_all_content {
public:
    template <typed_content T>
    send_all_content(T const& content) : message_(content), batch_(allows(T::uses, content_usage::batch)) {}

    field::content<content_usage::send> const& message() const { return message_; }
    /// Whether batch messages can have it.
    bool allows_batch() const { return batch_; }

private:
    field::content<content_usage::send> message_;
    bool batch_;
};

/// How far it is.
struct send_all_progress {
    std::size_t sent = 0;      ///< receivers that were sent the message, by previous runs of the journal too
    std::size_t failed = 0;    ///< receivers that cannot be sent it
    std::size_t uncertain = 0; ///< see send_all_report::uncertain
    std::size_t total = 0;     ///< receivers, each counted once
};

/// What happens with receivers of whom it cannot be known whether they have been sent the message.
enum class uncertain_receivers {
    report, ///< they are not sent it again
    resend  ///< they are sent it again, and may have it twice
};

/// Settings of send_all.
struct send_all_options {
    /// The name of a journal in client_config::store, up to 512 bytes; none: a crash leaves no trace of what was sent.
    std::string journal{};
    /// Receives send_all_progress, on the calling thread, and should return soon; false cancels, as an exception does.
    detail::stoppable_function<send_all_progress const&> on_progress{};
    std::stop_token stop{}; ///< cancels
    /// Of the whole; the rest can be sent later with the same journal. Unlimited by default.
    std::chrono::milliseconds timeout = (std::chrono::milliseconds::max)();
    /// Requests at a time, at least 1, each on a thread of its own.
    std::size_t concurrency = 8;
    /// Users and departments are sent batch messages, 200 receivers a request, if these can have the content. Without
    /// them each user is sent a message of their own, at 50 a second; departments are then an error.
    bool batch = true;
    uncertain_receivers on_uncertain = uncertain_receivers::report;
    /// Searches departments by name (contact.v3.department.search takes a user's token). Without it, all departments
    /// that the app can see are listed.
    std::optional<caller<token::user>> search_as{};
    /// How long a journal is kept from its first run; after that, its name may be used again.
    std::chrono::hours journal_lifetime{30 * 24};
    /// How long after a crash another process continues the journal; at least 100 ms.
    std::chrono::milliseconds journal_lease{30'000};
};

/// A receiver that cannot be sent the message, and why.
struct send_all_failure {
    receiver to{};
    error why{};
};

/// The outcome of send_all.
struct send_all_report {
    std::size_t total = 0;      ///< receivers, each counted once
    std::size_t duplicates = 0; ///< receivers that were in the list before
    std::size_t sent = 0;       ///< a department counts as one receiver, whatever its members
    std::vector<send_all_failure> failed{};
    /// Receivers of whom it is not known whether they have been sent the message: a request was sent, and the process
    /// ended before its response was stored.
    std::vector<receiver> uncertain{};
    std::size_t pending = 0; ///< receivers that remain, because it `stopped`
    /// Why it ended before all receivers were sent the message: it was canceled, its time was over, the store failed, or
    /// something that concerns all receivers, such as a quota. With a journal, the same call continues.
    std::optional<error> stopped{};
    /// For im.v1.batch_message: progress, readers, recall.
    std::vector<batch_message_id> batches{};
    /// Users that batch messages were sent to, of the app's 500,000 a day; those that were found out later and members of
    /// departments are not counted.
    std::size_t batch_quota_used = 0;

    /// Every receiver was sent the message.
    bool ok() const { return !stopped && failed.empty() && uncertain.empty() && pending == 0; }
};

} // namespace feishu
