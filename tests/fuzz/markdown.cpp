// Cards and posts from arbitrary Markdown. Whatever comes: no crash; every part is valid and within its limits; together
// they have the words of the document, in its order.
//
//     clang++ -std=c++20 -g -O1 -fsanitize=fuzzer,address,undefined -DFEISHU_SEPARATE_COMPILATION … markdown.cpp

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <feishu/content/markdown.hpp>

#include "../unit/content/markdown_parts.hpp"
#include "broken.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const text(reinterpret_cast<char const*>(data), size);
    // The first byte chooses; repetition reaches the limits with a short input.
    auto const choice = size == 0 ? 0u : data[0];
    std::string source;
    for (unsigned i = 0; i < 1 + (choice & 7) * 5; ++i)
        source += text.substr(size == 0 ? 0 : 1);
    feishu::markdown_options const options{
        .mentions = (choice & 8) != 0 ? feishu::markdown_mentions::none : feishu::markdown_mentions::everyone,
        .numbered = (choice & 16) != 0,
        .max_bytes = 4096,
        .max_tables = 1 + (choice >> 5) % 3};
    constexpr auto words = markdown_parts::compared::words;
    if (auto const problem = markdown_parts::problems_of_cards(source, options, words); !problem.empty())
        broken("cards", source + "\n---\n" + problem);
    if (auto const problem = markdown_parts::problems_of_posts(source, options, words); !problem.empty())
        broken("posts", source + "\n---\n" + problem);
    return 0;
}
