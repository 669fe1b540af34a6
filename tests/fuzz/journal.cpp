// The journal of an emulator's state file from arbitrary bytes, which are framed if the first one is odd. Whatever comes: no
// crash; the pieces that it arrives in make no difference; what is good of it is good alone.
//
//     clang++ -std=c++20 -g -O1 -fsanitize=fuzzer,address,undefined … journal.cpp

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <feishu/emulator/impl/persist/journal.hpp>

#include "broken.hpp"

namespace {

namespace emulator = feishu::emulator;

struct outcome {
    std::string changes;
    std::string problem;
    std::uint64_t valid = 0;

    friend bool operator==(outcome const&, outcome const&) = default;
};

outcome read(std::string_view text, std::size_t piece) {
    outcome out;
    emulator::detail::journal_reader reader([&](emulator::detail::journal_change const& change) {
        if (text.substr(static_cast<std::size_t>(change.value_offset), change.value.size()) != change.value)
            broken("a value is where it is said to be");
        out.changes.append(change.erased ? "-" : "+")
            .append(change.key)
            .append("=")
            .append(change.value)
            .append("\n");
    });
    for (std::size_t at = 0; at < text.size(); at += piece)
        reader.feed(text.substr(at, piece));
    out.problem = reader.problem();
    out.valid = reader.valid();
    return out;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    if (size == 0)
        return 0;
    std::string_view const input(reinterpret_cast<char const*>(data) + 1, size - 1);
    std::string text(emulator::detail::journal_magic);
    if (data[0] % 2 != 0)
        text += emulator::detail::frame_header(input);
    text += input;
    auto const whole = read(text, text.size());
    if (read(text, 1 + data[0] / 2) != whole)
        broken("pieces make no difference");
    if (whole.valid > text.size())
        broken("what is good was there");
    auto const good = read(std::string_view(text).substr(0, static_cast<std::size_t>(whole.valid)), 64);
    if (!good.problem.empty() || good.changes != whole.changes || good.valid != whole.valid)
        broken("what is good is good alone");
    return 0;
}
