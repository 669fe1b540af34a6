// The bytes of a Redis server as replies. Whatever comes: no crash, no memory for what has not arrived; the size of the
// pieces makes no difference; the text of an error is printable and short.
//
//     clang++ -std=c++20 -g -O1 -fsanitize=fuzzer,address,undefined … redis.cpp -lhiredis

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <feishu/store/impl/redis_protocol.hpp>

#include "broken.hpp"

namespace {

using feishu::detail::redis_reply;
using feishu::detail::redis_type;

// A text that differs if the replies do.
void describe(redis_reply const& reply, std::string& out) {
    out += std::to_string(static_cast<int>(reply.type)) + ":" + std::to_string(reply.number) + ":" +
           std::to_string(reply.text.size()) + ":" + reply.text + "[";
    for (auto const& element : reply.elements)
        describe(element, out);
    out += "]";
    if (!reply.is(redis_type::error))
        return;
    auto const e = feishu::detail::redis_error(reply.text);
    if (e.message.size() > 250 ||
        !std::ranges::all_of(e.message, [](char c) { return c >= ' ' && c <= '~'; }))
        broken("the text of an error is long or not printable");
}

std::string read_all(std::string_view bytes, std::size_t step) {
    feishu::detail::redis_reply_reader reader;
    std::string out;
    while (!bytes.empty()) {
        reader.feed(bytes.substr(0, step));
        bytes.remove_prefix(std::min(step, bytes.size()));
        for (;;) {
            auto next = reader.next();
            if (!next)
                return out + "failed";
            if (!*next)
                break;
            describe(**next, out);
        }
    }
    return out;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const bytes(reinterpret_cast<char const*>(data), size);
    auto const whole = read_all(bytes, size + 1);
    for (auto const step : {std::size_t(1), std::size_t(3), std::size_t(64)})
        if (read_all(bytes, step) != whole)
            broken("the replies depend on the size of the pieces");
    return 0;
}
