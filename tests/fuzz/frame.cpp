// A frame of the long connection from arbitrary bytes. Whatever comes: no crash; what was read is written as bytes that
// read back the same, and those are written the same again.
//
//     clang++ -std=c++20 -g -O1 -fsanitize=fuzzer,address,undefined -DFEISHU_SEPARATE_COMPILATION … frame.cpp

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <feishu/event/impl/frame.hpp>

#include "broken.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    namespace frames = feishu::frames;
    auto const read = frames::decode({reinterpret_cast<char const*>(data), size});
    if (!read)
        return 0;
    if (read->headers.size() > frames::max_headers)
        broken("headers are limited");
    auto const once = frames::encode(*read);
    auto const again = frames::decode(once);
    if (!again || *again != *read)
        broken("what was written reads back as it was");
    if (frames::encode(*again) != once)
        broken("the same frame is the same bytes");
    return 0;
}
