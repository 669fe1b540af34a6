#pragma once
// push_connection: the platform's side of one long connection, as a state machine without sockets or clock.
// It encodes documents as frames, and decodes frames to the outcomes of pushes. Needs protozero.
//
//     for (auto const& bytes : connection.push("event", id, document, now)) write(bytes);
//     auto received = connection.on_frame(read());
//     if (received && !received->reply.empty()) write(received->reply);  // a pong
//     if (received && received->result) …                                // the outcome of a push

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/clock.hpp>
#include <feishu/emulator/impl/push/push_queue.hpp>
#include <feishu/emulator/push.hpp>

namespace feishu::emulator {

/// One connection. Thread safety: none.
class push_connection {
public:
    /// `service_id` is the one in the connection's URL.
    FEISHU_DECL push_connection(std::int32_t service_id, push_options const& options);

    /// The frames of one document; `type` is event or card. The response will carry `message_id`.
    FEISHU_DECL std::vector<std::string> push(std::string_view type, std::string const& message_id,
                                              std::string document, clock::time_point now);

    /// The end of one push.
    struct push_result {
        std::string message_id{};
        push_outcome outcome{};
    };
    /// The effect of a frame from the client; empty if it is neither a ping nor the response to a push.
    struct frame_result {
        std::string reply{}; ///< a frame to send
        std::optional<push_result> result{};
    };
    /// Takes one binary message. Errors: kind decode, if it is not a frame.
    FEISHU_DECL feishu::result<frame_result> on_frame(std::string_view bytes);

    /// Stops waiting for the response to a push; false if it has arrived.
    bool give_up(std::string const& message_id) { return pending_.erase(message_id) > 0; }
    /// Pushes whose response has not arrived yet.
    std::set<std::string> const& pending() const { return pending_; }

private:
    std::int32_t service_id_;
    std::size_t fragment_bytes_;
    std::string config_; // JSON, payload of pongs
    std::uint64_t sequence_ = 0;
    std::set<std::string> pending_;
};

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/push/push_connection.ipp>
#endif
