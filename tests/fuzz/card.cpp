// An element of a card from arbitrary JSON. Whatever comes: no crash; what was read is written as JSON, the same at both
// levels; reading that gives the same again; checking and outlining it end.
//
//     clang++ -std=c++20 -g -O1 -fsanitize=fuzzer,address,undefined -DFEISHU_SEPARATE_COMPILATION … card.cpp

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <feishu/content/card.hpp>
#include <feishu/core/validate.hpp>
#include <feishu/json/read.hpp>
#include <feishu/json/write.hpp>

namespace {

namespace card = feishu::card;
namespace json = feishu::json;

[[noreturn]] void broken(char const* promise, std::string_view text) {
    std::fprintf(stderr, "broken: %s\n%.*s\n", promise, static_cast<int>(text.size()), text.data());
    std::abort();
}

bool is_json(std::string_view text) {
    boost::system::error_code ec;
    boost::json::parse_options options;
    options.max_depth = 2 * json::read_options{}.max_depth;
    boost::json::parse({text.data(), text.size()}, ec, {}, options);
    return !ec;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const text(reinterpret_cast<char const*>(data), size);
    auto const element = json::read<card::element>(text);
    if (!element)
        return 0;

    auto const once = json::to_string(*element);
    if (!is_json(once))
        broken("what was written is JSON", once);
    std::string embedded;
    json::write<card::element, json::level::embedded>(embedded, *element);
    if (feishu::field::json_text::typed({}, embedded, {}).document() != once)
        broken("both levels say the same", once);

    auto const again = json::read<card::element>(once);
    if (!again)
        broken("what was written can be read", once);
    if (json::to_string(*again) != once)
        broken("what was written reads back as it was", once);
    if (again->tag() != element->tag())
        broken("an element stays what it is", once);

    card::card whole;
    whole.body.elements.push_back(*element);
    auto const problems = feishu::check(whole).size();
    card::card same;
    same.body.elements.push_back(*again);
    if (feishu::check(same).size() != problems)
        broken("reading again changes nothing for validation", once);
    if (card::outline(whole) != card::outline(same))
        broken("reading again changes nothing for the outline", once);
    return 0;
}
