#pragma once
// feishu doctor: what an app lacks before it can send and receive, and where to click.

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <feishu/client.hpp>
#include <feishu/core/error.hpp>

#include "credentials.hpp"

namespace cli {

/// The result of one examination.
struct finding {
    enum class verdict { good, missing, unknown };
    verdict result{};
    std::string subject{}; ///< "scopes"
    std::string text{};    ///< what was found
    std::string fix{};     ///< what to do and where; empty if nothing
};

/// How the doctor reaches the platform.
struct doctor_tools {
    /// Calls an endpoint with members as JSON.
    std::function<feishu::result<std::string>(std::string_view id, std::string_view members)> call;
    /// The platform's clock minus this machine's; nothing if it does not say.
    std::function<std::optional<std::chrono::seconds>()> clock_difference;
};

/// Examines credentials, network, clock, scopes, version, events and connections, in this order; ends early when the
/// platform cannot be reached. `ids` are the endpoints that the app is to call.
std::vector<finding> examine(profile const& app, std::vector<std::string> const& ids,
                             doctor_tools const& tools);

/// `ok    scopes: …`, and the fix on a line of its own.
std::string report_of(std::vector<finding> const& findings);

/// The difference of the clocks, from the Date field of a response.
std::optional<std::chrono::seconds> clock_difference(feishu::client const& client);

} // namespace cli
