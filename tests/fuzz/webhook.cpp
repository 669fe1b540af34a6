// Bodies for a webhook: as they are, or encrypted or signed by a fuzzer that knows the keys. Whatever comes:
// one response; a rejection has no body; an acceptance has JSON; and nothing reaches a handler that was not
// signed.
//
//     clang++ -std=c++20 -g -O1 -fsanitize=fuzzer,address,undefined -DFEISHU_SEPARATE_COMPILATION … webhook.cpp

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include <boost/json/parse.hpp>

#include <feishu/api/im/v1/message.hpp>
#include <feishu/event/card_callback.hpp>
#include <feishu/event/impl/crypto.hpp>
#include <feishu/event/webhook.hpp>

#include "broken.hpp"

namespace {

namespace crypto = feishu::event_crypto;

std::string const now = "1700000000";

// Low bits of the first byte: what the fuzzer does for the sender.
struct sender {
    bool encrypts, signs, signs_as_card;
};

feishu::webhook_request request_of(std::string body, sender how) {
    if (how.encrypts)
        body = R"({"encrypt":")" + crypto::encrypt("e-key", body, {}) + "\"}";
    feishu::webhook_request out{.method = "POST", .body = std::move(body)};
    if (!how.signs && !how.signs_as_card)
        return out;
    auto const signature = how.signs_as_card ? crypto::card_signature(now, "n", "v-token", out.body)
                                             : crypto::signature(now, "n", "e-key", out.body);
    out.headers = {
        {"X-Lark-Request-Timestamp", now}, {"X-Lark-Request-Nonce", "n"}, {"X-Lark-Signature", signature}};
    return out;
}

feishu::event_options options() {
    return {.encrypt_key = "e-key",
            .verification_token = "v-token",
            .log =
                [](std::string_view line) {
                    if (line.find('\n') != std::string_view::npos)
                        broken("a log line is one line", line);
                },
            .executor = [](std::function<void()> job) { job(); },
            .clock = std::make_shared<feishu::clock>()};
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    if (size == 0)
        return 0;
    sender const how{(data[0] & 1) != 0, (data[0] & 2) != 0, (data[0] & 4) != 0};
    std::string const body(reinterpret_cast<char const*>(data + 1), size - 1);

    feishu::event_dispatcher on(options());
    int handled = 0, responses = 0;
    on.handle<feishu::im::v1::message::receive_v1>([&](auto const&) { ++handled; });
    on.handle<feishu::card::action_trigger>([&](auto const&) {
        ++handled;
        return feishu::card::toast{"saved"};
    });
    on.handle_any([&](auto const&) { ++handled; });
    feishu::webhook hook(
        on,
        {.now = [] { return std::chrono::system_clock::time_point(std::chrono::seconds(1'700'000'000)); }});
    hook.handle(request_of(body, how), [&](feishu::webhook_response const& response) {
        ++responses;
        if (response.status != 200 && !response.body.empty())
            broken("a rejection has no body", body);
        boost::system::error_code ec;
        boost::json::parse(response.body, ec);
        if (response.status == 200 && ec)
            broken("an acceptance is JSON", body);
    });
    if (responses != 1)
        broken("there is one response", body);
    if (handled != 0 && !how.signs && !how.signs_as_card)
        broken("only what is signed is handled", body);
    return 0;
}
