// Pieces of messages in any order, with gaps, repetitions, contradictions and pauses. Whatever comes: no crash, what is
// kept stays within the limits, and a message whose pieces were all cut from it by `split` comes out as it went in.
//
// Each step takes four bytes: what to do, and three numbers.
//
//     clang++ -std=c++20 -g -O1 -fsanitize=fuzzer,address,undefined -DFEISHU_SEPARATE_COMPILATION … fragments.cpp

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <feishu/event/impl/fragments.hpp>

#include "broken.hpp"

namespace {

namespace frames = feishu::frames;

constexpr feishu::fragment_limits limits{
    .messages = 4, .per_message = 16, .bytes = 256, .lifetime = std::chrono::seconds(5)};

class world {
public:
    void step(std::uint8_t const* bytes) {
        switch (bytes[0] % 4) {
        case 0: now_ += std::chrono::milliseconds(bytes[1] * 16); break;
        case 1: stray(bytes[1], bytes[2], bytes[3]); break;
        default: genuine(bytes[1], bytes[2]);
        }
        if (pieces_.incomplete() > limits.messages || pieces_.bytes() > limits.bytes)
            broken("what is kept stays within the limits");
    }

    void end() {
        pieces_.expire(now_ + limits.lifetime);
        if (pieces_.incomplete() != 0 || pieces_.bytes() != 0)
            broken("everything is forgotten in the end");
    }

private:
    // A piece whose headers say anything. Its message is not one of those below.
    void stray(unsigned id, unsigned sum, unsigned seq) {
        frames::frame piece{.headers = {{"message_id", "s" + std::to_string(id % 8)}},
                            .payload = std::string(id, 's')};
        if (sum != 0)
            piece.set_header("sum", std::to_string(static_cast<int>(sum) - 2));
        if (seq != 0)
            piece.set_header("seq",
                             seq == 255 ? std::string("x") : std::to_string(static_cast<int>(seq) - 2));
        auto const added = pieces_.add(piece, now_);
        if (added && *added && **added != piece.payload && (*added)->size() > limits.bytes)
            broken("a joined payload is within the limits");
    }

    // A piece of one of eight messages, which are always cut in the same way.
    void genuine(unsigned id, unsigned seq) {
        static std::vector<message> const messages = eight_messages();
        auto const& [payload, all] = messages[id % messages.size()];
        auto const added = pieces_.add(all[seq % all.size()], now_);
        if (added && *added && **added != payload)
            broken("what was cut is joined as it was");
    }

    struct message {
        std::string payload;
        std::vector<frames::frame> pieces;
    };
    static std::vector<message> eight_messages() {
        std::vector<message> out;
        for (std::size_t i = 0; i < 8; ++i) {
            std::string const payload(10 + 37 * i, static_cast<char>('a' + i));
            frames::frame const whole{.headers = {{"message_id", std::to_string(i)}}, .payload = payload};
            out.push_back({payload, frames::split(whole, 20)});
        }
        return out;
    }

    frames::fragments pieces_{limits};
    feishu::clock::time_point now_{};
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    world w;
    for (std::size_t at = 0; at + 4 <= size; at += 4)
        w.step(data + at);
    w.end();
    return 0;
}
