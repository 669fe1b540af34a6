#pragma once
// The members of a request from the arguments of a command line: `--receive_id oc_1 --file @report.pdf`.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/json/object.hpp>

#include "catalog.hpp"

namespace cli {

/// The members of a request.
struct request_members {
    boost::json::object values{};
    std::vector<std::pair<std::string, std::string>> uploads{}; ///< member and path
};

/// Reads options that are named as the endpoint's members. A list is repeated or one JSON list; an object is JSON; both may
/// be `@FILE` with the JSON. An upload is `@FILE`. A switch without a value is true. `from_json` has further members.
/// Errors: usage_error that names the member, the rule, and the value as far as it is short.
request_members read_members(entry const& endpoint, std::vector<std::string> const& arguments,
                             std::string_view from_json = {});

/// The text of a file; `-` is the standard input. Errors: file_error.
std::string read_text(std::string const& path);

} // namespace cli
