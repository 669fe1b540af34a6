#pragma once
// The requests that the emulator has served, for assertions:
// `assert(platform.requests().back().endpoint == "im.v1.message.create");`

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include <feishu/core/ids.hpp>
#include <feishu/emulator/clock.hpp>

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
    std::string_view route{}; ///< path of the endpoint, /open-apis/im/v1/messages/:message_id
    feishu::app_id app{};  ///< that made the request; empty without a token
    std::string message{}; ///< the error's
    std::string field{};   ///< parameter that the error is about, if it says so
    clock::time_point time{};
    std::chrono::microseconds duration{}; ///< real time that the emulator took, without the delay of a fault
    std::uint64_t sequence = 0;           ///< order of the responses, from 1
};

} // namespace feishu::emulator
