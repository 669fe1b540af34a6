#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>

#include <feishu/core/impl/base64.hpp>
#include <feishu/emulator/impl/push/long_connections.hpp>
#include <feishu/emulator/impl/push/push_connection.hpp>
#include <feishu/event/impl/fragments.hpp>
#include <feishu/event/impl/frame.hpp>
#include <feishu/event/impl/long_connection_wire.hpp>
#include <feishu/json/read.hpp>
#include <feishu/json/write.hpp>

namespace feishu::emulator {
namespace detail {

inline push_outcome outcome_of(std::string_view payload) {
    constexpr auto channel = delivery_channel::long_connection;
    auto const response = json::read<long_connection_wire::event_response>(payload);
    if (!response)
        return {.channel = channel, .response = "not a response: " + response.error().message};
    auto data = from_base64(response->data.value_or(""));
    if (!data)
        return {.channel = channel, .response = "the data of the response is not base64"};
    return {.channel = channel, .status = response->code, .response = std::move(*data)};
}

} // namespace detail

FEISHU_DECL push_connection::push_connection(std::int32_t service_id, push_options const& options)
    : service_id_(service_id), fragment_bytes_((std::max<std::size_t>)(1, options.fragment_bytes)),
      config_(json::to_string(client_settings_of(options))) {}

FEISHU_DECL std::vector<std::string> push_connection::push(std::string_view type,
                                                           std::string const& message_id,
                                                           std::string document, clock::time_point now) {
    pending_.insert(message_id);
    frames::frame whole;
    whole.seq_id = ++sequence_;
    whole.log_id = sequence_;
    whole.service = service_id_;
    whole.method = static_cast<std::int32_t>(frames::method::data);
    whole.headers = {{"type", std::string(type)},
                     {"message_id", message_id},
                     {"sum", "1"},
                     {"seq", "0"},
                     {"trace_id", message_id},
                     {"timestamp", std::to_string(now.time_since_epoch().count())}};
    whole.payload = std::move(document);
    std::vector<std::string> out;
    for (auto const& piece : frames::split(whole, fragment_bytes_))
        out.push_back(frames::encode(piece));
    return out;
}

FEISHU_DECL result<push_connection::frame_result> push_connection::on_frame(std::string_view bytes) {
    auto in = frames::decode(bytes);
    if (!in)
        return in.error();
    frame_result out;
    if (in->is(frames::method::control) && in->header("type") == "ping") {
        in->set_header("type", "pong");
        in->payload = config_;
        out.reply = frames::encode(*in);
    } else if (in->is(frames::method::data)) {
        std::string const message_id(in->header("message_id"));
        if (pending_.erase(message_id) > 0)
            out.result = {.message_id = message_id, .outcome = detail::outcome_of(in->payload)};
    }
    return out;
}

} // namespace feishu::emulator
