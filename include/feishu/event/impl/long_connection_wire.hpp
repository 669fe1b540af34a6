#pragma once
// The JSON that goes along with a long connection. Members are named as on the wire.

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include <boost/describe/class.hpp>

namespace feishu::long_connection_wire {

/// Body of the question for an address.
struct question {
    std::string AppID{};
    std::string AppSecret{};
};
BOOST_DESCRIBE_STRUCT(question, (), (AppID, AppSecret))

/// When a client is to ping and to reconnect; also the payload of a pong. Times are seconds.
struct client_settings {
    std::optional<std::int64_t> ReconnectCount{};    ///< attempts; -1 is endless
    std::optional<std::int64_t> ReconnectInterval{}; ///< between attempts
    std::optional<std::int64_t> ReconnectNonce{};    ///< longest random pause before the first attempt
    std::optional<std::int64_t> PingInterval{};
};
BOOST_DESCRIBE_STRUCT(client_settings, (), (ReconnectCount, ReconnectInterval, ReconnectNonce, PingInterval))

struct address {
    std::string URL{}; ///< with device_id and service_id in its query
    client_settings ClientConfig{};
};
BOOST_DESCRIBE_STRUCT(address, (), (URL, ClientConfig))

/// What the question is answered with.
struct answer {
    std::optional<int> code{};
    std::string msg{};
    address data{};
};
BOOST_DESCRIBE_STRUCT(answer, (), (code, msg, data))

/// Payload of the frame that answers an event.
struct reply {
    int code = 200; ///< 200 handled, 500 push it again
    std::map<std::string, std::string> headers{};
    std::optional<std::string> data{}; ///< of a callback: its answer's JSON in base64
};
BOOST_DESCRIBE_STRUCT(reply, (), (code, headers, data))

} // namespace feishu::long_connection_wire
