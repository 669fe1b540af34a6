// An element of a card, and a card around it, from arbitrary JSON. Whatever comes: no crash; what was read is written as
// JSON, the same at both levels, and nothing is lost; reading that yields the same again; checking and outlining end, and
// validation reports the errors of the checker.
//
//     clang++ -std=c++20 -g -O1 -fsanitize=fuzzer,address,undefined -DFEISHU_SEPARATE_COMPILATION … card.cpp

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <feishu/content/card.hpp>
#include <feishu/content/card/check.hpp>
#include <feishu/core/validate.hpp>
#include <feishu/json/read.hpp>
#include <feishu/json/write.hpp>

#include "broken.hpp"
#include "loss.hpp"

namespace {

namespace card = feishu::card;
namespace json = feishu::json;

boost::json::value parsed(std::string_view text) {
    boost::system::error_code ec;
    boost::json::parse_options options;
    options.max_depth = 2 * json::read_options{}.max_depth;
    auto value = boost::json::parse({text.data(), text.size()}, ec, {}, options);
    if (ec)
        broken("what was written is JSON", text);
    return value;
}

card::element check_element(std::string_view text, card::element const& element) {
    auto const once = json::to_string(element);
    if (!loss::none(parsed(text), parsed(once)))
        broken("nothing of an element is lost", once);
    std::string embedded;
    json::write<card::element, json::level::embedded>(embedded, element);
    if (feishu::field::json_text::escaped_content({}, embedded, {}).document() != once)
        broken("both levels are the same", once);

    auto again = json::read<card::element>(once);
    if (!again)
        broken("what was written can be read", once);
    if (!loss::none(parsed(once), parsed(json::to_string(*again)))) // text differs for -0
        broken("what was written reads back as it was", once);
    if (again->tag() != element.tag())
        broken("an element keeps its tag", once);
    return *again;
}

// The input in every part of a card.
void check_card(std::string_view text) {
    std::string const part(text);
    auto const source = R"({"schema":"2.0","config":)" + part + R"(,"header":)" + part + R"(,"card_link":)" + part +
                        R"(,"body":{"elements":[)" + part + "]}}";
    auto const value = card::read(source);
    if (!value)
        return; // too deep
    auto const written = json::to_string(*value);
    if (!loss::none(parsed(source), parsed(written)))
        broken("nothing of a card is lost", written);
    auto const findings = card::check(*value);
    bool const refused = std::ranges::any_of(
        findings, [](card::finding const& one) { return one.severity == card::severity::error; });
    if (refused == feishu::check(*value).empty())
        broken("validation reports the errors of the checker", source);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const text(reinterpret_cast<char const*>(data), size);
    auto const element = json::read<card::element>(text);
    if (!element)
        return 0;
    auto const again = check_element(text, *element);
    card::card whole;
    whole.body.elements.push_back(*element);
    card::card same;
    same.body.elements.push_back(again);
    if (feishu::check(same).size() != feishu::check(whole).size())
        broken("reading again changes nothing for validation", text);
    if (card::outline(whole) != card::outline(same))
        broken("reading again changes nothing for the outline", text);
    check_card(text);
    return 0;
}
