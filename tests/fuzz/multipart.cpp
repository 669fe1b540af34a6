// A form from arbitrary bytes, read at once and in pieces. Whatever comes: no crash; the pieces make no difference; and
// what was read, written by the client's builder, reads back the same.
//
//     clang++ -std=c++20 -g -O1 -fsanitize=fuzzer,address,undefined … multipart.cpp

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <feishu/emulator/impl/net/multipart_reader.hpp>
#include <feishu/http/impl/multipart.hpp>

#include "broken.hpp"

namespace {

struct part {
    std::string name;
    std::string file_name;
    std::string bytes;

    friend bool operator==(part const&, part const&) = default;
};

struct form {
    std::vector<part> parts;
    bool complete = false;

    friend bool operator==(form const&, form const&) = default;
};

form read(std::string_view text, std::string_view boundary, std::size_t step) {
    form out;
    feishu::emulator::detail::multipart_reader reader(
        boundary,
        [&](feishu::emulator::detail::part_head const& head) {
            out.parts.push_back({head.name, head.file_name, {}});
        },
        [&](std::string_view bytes) { out.parts.back().bytes += bytes; });
    for (std::size_t at = 0; at < text.size(); at += step)
        reader.feed(text.substr(at, step));
    out.complete = reader.complete();
    return out;
}

} // namespace

// The first byte is the size of the pieces.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    if (size == 0)
        return 0;
    std::string_view const text{reinterpret_cast<char const*>(data) + 1, size - 1};
    auto const whole = read(text, "B", text.size() + 1);
    if (read(text, "B", std::size_t{data[0]} + 1) != whole)
        broken("the size of the pieces makes no difference");
    if (!whole.complete)
        return 0;
    constexpr std::string_view boundary = "feishu-0123456789";
    feishu::http::multipart_builder builder{std::string(boundary)};
    for (auto const& one : whole.parts) {
        if (one.bytes.find(boundary) != one.bytes.npos)
            return 0;
        builder.add_file("file", feishu::from_bytes(one.bytes, "name"));
    }
    auto const body = builder.finish();
    std::string written(static_cast<std::size_t>(body->size()), '\0');
    for (std::size_t got = 0; got < written.size();)
        got += body->read(got, written.data() + got, written.size() - got);
    auto const again = read(written, boundary, 7);
    auto const same = [](part const& a, part const& b) { return a.bytes == b.bytes; };
    if (!again.complete || !std::ranges::equal(again.parts, whole.parts, same))
        broken("what was written reads back as it was");
    return 0;
}
