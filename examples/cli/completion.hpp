#pragma once
// Completion scripts of the shells, from the catalog: commands, endpoints, their members and the values of enums.

#include <span>
#include <string>
#include <string_view>

namespace cli {

/// A command of the program and what it does.
struct command {
    std::string_view name;
    std::string_view help;
    bool takes_endpoint = false; ///< its first argument is the id of an endpoint
};

/// The script for `shell`: bash, zsh or fish. Errors: usage_error.
std::string completion(std::string_view shell, std::span<command const> commands);

} // namespace cli
