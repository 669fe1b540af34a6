#pragma once
// Calls by id: what every command that talks to the platform uses.

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include <feishu/client.hpp>
#include <feishu/client/oauth.hpp>

#include "arguments.hpp"

namespace cli {

/// Who calls.
struct session {
    feishu::client client;
    std::optional<feishu::oauth::user> user{};
};

/// How a call is made.
struct call_settings {
    bool all_pages = false;     ///< the items of all pages, one JSON line each
    std::string output{};       ///< file of a download
    bool show_progress = false; ///< a bar on the standard error
};

/// Calls an endpoint and passes each line of the result to `print`.
/// Errors: usage_error if the settings do not fit the endpoint.
feishu::result<void> call(session const& who, entry const& endpoint, request_members members,
                          call_settings const& settings,
                          std::function<void(std::string_view line)> const& print);

/// The response of one call, as JSON.
feishu::result<std::string> call_once(session const& who, std::string_view id,
                                      request_members const& members);

/// `[#####     ]  50% 1.5 MB`, or the bytes alone while the total is not known.
std::string progress_bar(feishu::transfer_progress progress);

} // namespace cli
