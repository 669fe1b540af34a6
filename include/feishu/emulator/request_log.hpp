#pragma once
// The requests that the emulator has served, for assertions:
// `assert(platform.requests().back().endpoint == "im.v1.message.create");`

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <string>

namespace feishu::emulator {

/// One request and the status of its response. Headers are not kept, so no token is.
struct request_log_entry {
    std::string method{};
    std::string target{};
    std::string endpoint{}; ///< id, im.v1.message.create; empty if no endpoint matches the target
    std::string body{};     ///< not of a form with uploads
    int status = 0; ///< HTTP status of the response
    int code = 0;   ///< the platform's code in it
    std::string log_id{};
    std::string fault{}; ///< name of the injected fault, if any; the response that was sent may then differ
};

} // namespace feishu::emulator
