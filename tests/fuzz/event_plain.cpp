// Decrypted JSON for a dispatcher, as a long connection delivers it. Whatever comes: one response to each
// delivery, JSON where there is a body; an event with an id that was handled is not handled again; what is not an
// event to the dispatcher is not one to read_event.
//
//     clang++ -std=c++20 -g -O1 -fsanitize=fuzzer,address,undefined -DFEISHU_SEPARATE_COMPILATION … event_plain.cpp

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <boost/json/parse.hpp>

#include <feishu/api/im/v1/message.hpp>
#include <feishu/event/card_callback.hpp>
#include <feishu/event/event_dispatcher.hpp>

#include "broken.hpp"

namespace {

feishu::event_response deliver(feishu::event_dispatcher& on, std::string const& json) {
    std::optional<feishu::event_response> got;
    on.deliver(json, [&](feishu::event_response response) {
        if (got)
            broken("a delivery has one response", json);
        got = std::move(response);
    });
    if (!got)
        broken("a delivery has a response", json);
    boost::system::error_code ec;
    boost::json::parse(got->body, ec);
    if (ec)
        broken("a response is JSON", got->body);
    return *got;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string const json(reinterpret_cast<char const*>(data), size);
    feishu::event_dispatcher on({.log = [](std::string_view) {},
                                 .executor = [](std::function<void()> job) { job(); },
                                 .clock = std::make_shared<feishu::clock>()});
    int handled = 0;
    on.handle<feishu::im::v1::message::receive_v1>([&](auto const&) { ++handled; });
    on.handle<feishu::card::action_trigger>([&](auto const& e) {
        ++handled;
        return feishu::card::toast{e.event.action.name};
    });
    on.handle_any([&](auto const&) { ++handled; });

    auto const event = feishu::read_event(json);
    auto const first = deliver(on, json);
    if (event.has_value() == (first.outcome == feishu::event_outcome::invalid))
        broken("the dispatcher and read_event agree on what an event is", json);
    auto const second = deliver(on, json);
    if (handled > 1 && !event->id.empty())
        broken("an event is handled once", json);
    if (event && !event->id.empty() && second.body != first.body)
        broken("a callback has the same response again", json);
    return 0;
}
