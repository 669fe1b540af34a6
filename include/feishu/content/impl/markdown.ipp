#pragma once

#include <algorithm>
#include <set>
#include <span>
#include <string>
#include <utility>

#include <feishu/content/impl/markdown/card_parts.ipp>
#include <feishu/content/impl/markdown/parser.hpp>
#include <feishu/content/impl/markdown/post_parts.ipp>
#include <feishu/content/markdown.hpp>

namespace feishu {

FEISHU_DECL std::vector<card::card> to_cards(std::string_view markdown, markdown_options const& options) {
    auto const parsed = detail::md::parse(markdown, options.mentions, options.image);
    return detail::md::card_parts(parsed, options).make();
}

FEISHU_DECL std::vector<post> to_posts(std::string_view markdown, markdown_options const& options) {
    auto const parsed = detail::md::parse(markdown, options.mentions, options.image);
    return detail::md::post_parts(parsed, options).make();
}

FEISHU_DECL std::string plain_text(std::string_view markdown) {
    return detail::md::text_of(detail::md::parse(markdown, markdown_mentions::everyone, {}), true);
}

FEISHU_DECL std::vector<std::string> image_urls(std::string_view markdown) {
    std::vector<std::string> out;
    detail::md::parse(markdown, markdown_mentions::none, [&](std::string_view url) {
        out.emplace_back(url);
        return image_key();
    });
    return out;
}

FEISHU_DECL std::vector<field::json_text> markdown::parts() const {
    std::vector<field::json_text> out;
    for (auto const& card : to_cards(source, options))
        out.push_back(card);
    if (out.empty())
        out.push_back(*this);
    return out;
}

FEISHU_DECL markdown::operator field::json_text() const {
    auto const cards = to_cards(source, options);
    if (cards.size() == 1)
        return cards.front();
    violation problem{.field = "markdown", .rule = rule::other, .text = "is blank"};
    if (cards.size() > 1)
        problem.text = "needs " + std::to_string(cards.size()) + " cards of " +
                       std::to_string(options.max_bytes) + " bytes, " + std::to_string(options.max_elements) +
                       " elements and " + std::to_string(options.max_tables) +
                       " tables; send each of feishu::to_cards()";
    return field::json_text::escaped_content(msg_type, "{}", {std::move(problem)});
}

} // namespace feishu
