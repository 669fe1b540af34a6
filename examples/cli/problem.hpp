#pragma once
// usage_error: what is wrong with a command line, in one line. exit_code: how the program ends.

#include <stdexcept>
#include <string>

#include <feishu/core/error.hpp>

namespace cli {

/// A command line, a file or a setting that cannot be used; what() is the whole message.
class usage_error : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// A file of this machine that cannot be read or written.
class file_error : public usage_error {
public:
    using usage_error::usage_error;
};

/// The exit codes, which the help lists.
enum exit_code {
    success = 0,
    refused = 1,     ///< the platform refused the call, or responded with something else than documented
    usage = 2,       ///< the arguments are wrong; nothing was sent
    credentials = 3, ///< the app or the user is not authenticated
    network = 4,     ///< no connection, a timeout or a gateway's error: may succeed later
    local_file = 5   ///< a file of this machine cannot be read or written
};

/// The exit code for a failed call.
exit_code code_of(feishu::error const& why);

} // namespace cli
