#pragma once
// push_connection: the platform's side of one long connection. Documents become frames, frames become answers; no
// socket and no clock inside. Needs protozero.
//
//     for (auto const& bytes : connection.push("event", id, document, now)) write(bytes);
//     auto heard = connection.hear(read());
//     if (heard && !heard->reply.empty()) write(heard->reply);          // a pong
//     if (heard && heard->answer) …                                     // what became of a push

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

/// One connection. Not thread-safe.
class push_connection {
public:
    /// `service_id` is the one in the connection's URL.
    FEISHU_DECL push_connection(std::int32_t service_id, push_options const& options);

    /// The frames of one document; `type` is event or card. The answer will name `message_id`.
    FEISHU_DECL std::vector<std::string> push(std::string_view type, std::string const& message_id,
                                              std::string document, clock::time_point now);

    /// The end of one push.
    struct answer {
        std::string message_id{};
        push_outcome how{};
    };
    /// What a client's frame leads to; nothing when it is not for us to react to.
    struct reaction {
        std::string reply{}; ///< a frame to send
        std::optional<push_connection::answer> answer{};
    };
    /// Takes one binary message. Errors: kind decode, when it is not a frame.
    FEISHU_DECL result<reaction> hear(std::string_view bytes);

    /// The push will not be waited for any longer; false when it was answered.
    bool give_up(std::string const& message_id) { return waiting_.erase(message_id) > 0; }
    /// Pushes that are not answered yet.
    std::set<std::string> const& waiting() const { return waiting_; }

private:
    std::int32_t service_id_;
    std::size_t fragment_bytes_;
    std::string config_; // JSON, payload of pongs
    std::uint64_t sequence_ = 0;
    std::set<std::string> waiting_;
};

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/push/push_connection.ipp>
#endif
