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
    constexpr auto via = delivery::route::long_connection;
    auto const answer = json::read<long_connection_wire::reply>(payload);
    if (!answer)
        return {.via = via, .status = 0, .answer = "not an answer: " + answer.error().message};
    auto data = from_base64(answer->data.value_or(""));
    if (!data)
        return {.via = via, .status = 0, .answer = "the answer's data is not base64"};
    return {.via = via, .status = answer->code, .answer = std::move(*data)};
}

} // namespace detail

FEISHU_DECL push_connection::push_connection(std::int32_t service_id, push_options const& options)
    : service_id_(service_id), fragment_bytes_(std::max<std::size_t>(1, options.fragment_bytes)),
      config_(json::to_string(client_settings_of(options))) {}

FEISHU_DECL std::vector<std::string> push_connection::push(std::string_view type,
                                                           std::string const& message_id,
                                                           std::string document, clock::time_point now) {
    waiting_.insert(message_id);
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

FEISHU_DECL result<push_connection::reaction> push_connection::hear(std::string_view bytes) {
    auto in = frames::decode(bytes);
    if (!in)
        return in.error();
    reaction out;
    if (in->is(frames::method::control) && in->header("type") == "ping") {
        in->set_header("type", "pong");
        in->payload = config_;
        out.reply = frames::encode(*in);
    } else if (in->is(frames::method::data)) {
        std::string const message_id(in->header("message_id"));
        if (waiting_.erase(message_id) > 0)
            out.answer = {.message_id = message_id, .how = detail::outcome_of(in->payload)};
    }
    return out;
}

} // namespace feishu::emulator
