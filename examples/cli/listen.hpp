#pragma once
// feishu listen: the events of an app, one JSON line each.

#include <cstdint>
#include <string>
#include <string_view>

#include <feishu/client.hpp>

namespace cli {

/// Which events, and how many.
struct listen_settings {
    std::string type{};      ///< only types that contain this
    std::uint64_t count = 0; ///< ends after so many; 0: never
};

/// A document as one line. JSON strings have no line break, so what is between is left out.
std::string one_line(std::string_view json);

/// Prints events on the standard output until SIGINT, SIGTERM, or a failure; the state of the connection goes to the
/// standard error. Errors: those of long_connection; usage_error if this program was built without protozero.
feishu::result<void> listen(feishu::client const& client, listen_settings const& settings);

} // namespace cli
