#pragma once
// The JSON documents of a long connection. Members are named as on the wire.

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include <boost/describe/class.hpp>

namespace feishu::long_connection_wire {

/// Body of the endpoint discovery request.
struct discovery_request {
    std::string AppID{};
    std::string AppSecret{};
};
BOOST_DESCRIBE_STRUCT(discovery_request, (), (AppID, AppSecret))

/// The platform's settings for pings and reconnections; also the payload of a pong. Times in seconds.
struct client_settings {
    std::optional<std::int64_t> ReconnectCount{};    ///< maximum number of attempts; -1 is unlimited
    std::optional<std::int64_t> ReconnectInterval{}; ///< delay between attempts
    std::optional<std::int64_t> ReconnectNonce{};    ///< maximum random delay before the first attempt
    std::optional<std::int64_t> PingInterval{};
};
BOOST_DESCRIBE_STRUCT(client_settings, (), (ReconnectCount, ReconnectInterval, ReconnectNonce, PingInterval))

/// The endpoint to connect to.
struct endpoint {
    std::string URL{}; ///< with device_id and service_id in its query
    client_settings ClientConfig{};
};
BOOST_DESCRIBE_STRUCT(endpoint, (), (URL, ClientConfig))

/// Body of the endpoint discovery response.
struct discovery_response {
    std::optional<int> code{};
    std::string msg{};
    endpoint data{};
};
BOOST_DESCRIBE_STRUCT(discovery_response, (), (code, msg, data))

// The same as received: numbers are read as text, since an empty text is an absent number and not 0.

struct received_settings {
    std::optional<std::string> ReconnectCount{};
    std::optional<std::string> ReconnectInterval{};
    std::optional<std::string> ReconnectNonce{};
    std::optional<std::string> PingInterval{};
};
BOOST_DESCRIBE_STRUCT(received_settings, (),
                      (ReconnectCount, ReconnectInterval, ReconnectNonce, PingInterval))

struct received_endpoint {
    std::string URL{};
    received_settings ClientConfig{};
};
BOOST_DESCRIBE_STRUCT(received_endpoint, (), (URL, ClientConfig))

struct received_discovery {
    std::optional<std::string> code{};
    std::string msg{};
    received_endpoint data{};
};
BOOST_DESCRIBE_STRUCT(received_discovery, (), (code, msg, data))

/// Payload of the frame that responds to an event.
struct event_response {
    int code = 200; ///< 200 handled, 500 push it again
    std::map<std::string, std::string> headers{};
    std::optional<std::string> data{}; ///< for a callback: the JSON of its response in base64
};
BOOST_DESCRIBE_STRUCT(event_response, (), (code, headers, data))

} // namespace feishu::long_connection_wire
