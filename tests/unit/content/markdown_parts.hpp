#pragma once
// What holds for the cards and posts of any Markdown document: they are valid and within their limits, and their text is the
// document's, in its order.

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <feishu/content/impl/markdown/parser.hpp>
#include <feishu/content/markdown.hpp>
#include <feishu/core/impl/utf8.hpp>

namespace markdown_parts {

namespace card = feishu::card;
namespace md = feishu::detail::md;

/// What of two texts is compared.
enum class compared {
    characters, ///< all but blanks, the zero-width space that separates delimiters, and the characters of fences
    words,      ///< of ASCII, letters: md4c 0.4.8 takes some delimiters, and `&#96;`, in lists and destinations for text
};

/// The characters that are compared.
inline std::string squeezed(std::string_view text, compared what) {
    static constexpr std::string_view blanks[] = {" ",      "\t",     "\n",     "\r",     "\v",
                                                  "\f",     "\u00A0", "\u1680", "\u202F", "\u205F",
                                                  "\u3000", "\u200B", "`",      "~"};
    std::string out;
    while (!text.empty()) {
        auto const c = text.substr(0, feishu::utf8::detail::sequence_length(text));
        text.remove_prefix(c.size());
        bool const letter = c.size() != 1 || std::isalpha(static_cast<unsigned char>(c.front())) != 0;
        if (std::ranges::find(blanks, c) == std::end(blanks) && (c < "\u2000" || c > "\u200A") &&
            (letter || what == compared::characters))
            out += c;
    }
    return out;
}

/// The text of a document as it is compared.
inline std::string text_of(std::string_view source, feishu::markdown_options const& options, compared what) {
    return squeezed(md::text_of(md::parse(source, options.mentions, {}), false), what);
}

/// The text of what was written for a card.
inline std::string written_text_of(std::string_view source, feishu::markdown_options const& options, compared what) {
    return squeezed(md::text_of(md::parse(source, options.mentions, {}, false), false), what);
}

/// Whether rows may be so long that their cells continue in further rows, which changes the order of the text.
inline bool has_long_rows(std::string_view source, feishu::markdown_options const& options) {
    auto const parsed = md::parse(source, feishu::markdown_mentions::none, {});
    return std::ranges::any_of(parsed.leaves, [&](md::leaf const& leaf) {
        for (auto i = leaf.first; leaf.kind == md::leaf_kind::row && i < leaf.last; ++i) {
            std::size_t bytes = 0;
            for (auto k = parsed.cells[i].first; k < parsed.cells[i].last; ++k) {
                auto const& run = parsed.runs[k];
                auto const url = run.link != md::none ? parsed.links[run.link].size() : 0;
                bytes += 64 + 8 * parsed.text_of(run).size() + 4 * url;
            }
            if (bytes * (leaf.last - leaf.first) > options.max_bytes / 8) // a piece of a card, shared by the columns
                return true;
        }
        return false;
    });
}

/// Compares the elements of cards with the text of the document. Where it is not known whether a table continues, with its
/// header repeated, or begins, both are followed.
class card_reader {
public:
    card_reader(std::string text, feishu::markdown_options const& options, compared what)
        : text_(std::move(text)), options_(options), what_(what) {}

    bool read(card::element const& element) {
        if (auto const* const text = element.get_if<card::markdown>())
            return take({written_text_of(*text->content, options_, what_)});
        if (auto const* const table = element.get_if<card::table>())
            return read(*table);
        return element.get_if<card::hr>() != nullptr;
    }
    /// What was not read; that of the longest reading.
    std::string_view rest() const { return std::string_view(text_).substr(*ends_.rbegin()); }

private:
    bool read(card::table const& table) {
        std::string_view const bar = what_ == compared::characters ? "|" : "";
        std::string header;
        std::string rows;
        for (auto const& column : *table.columns)
            header += std::string(&column == &*table.columns->begin() ? "" : bar) +
                      squeezed(column.display_name.value_or(""), what_);
        for (auto const& row : *table.rows)
            for (std::size_t i = 0; i < row.size(); ++i)
                rows += std::string(i == 0 ? "" : bar) +
                        written_text_of(std::string(row.at("c" + std::to_string(i + 1)).as_string()), options_, what_);
        return take({header + rows, rows});
    }

    // False, with the ends as they were, if none of the texts is next.
    bool take(std::vector<std::string> const& any_of) {
        std::set<std::size_t> next;
        for (auto const end : ends_)
            for (auto const& text : any_of)
                if (std::string_view(text_).substr(end).starts_with(text))
                    next.insert(end + text.size());
        if (next.empty())
            return false;
        ends_ = std::move(next);
        return true;
    }

    std::string text_;
    std::set<std::size_t> ends_{0}; // of the readings so far
    feishu::markdown_options const& options_;
    compared what_;
};

/// Problems of content: its size, and what validation finds.
inline std::string problems_of(feishu::field::json_text const& content,
                               feishu::markdown_options const& options) {
    for (auto const& problem : content.problems())
        return problem.field + " " + problem.message();
    auto const most = (std::max)(options.max_bytes, std::size_t(4096));
    return content.bytes().size() <= most ? "" : "takes " + std::to_string(content.bytes().size()) + " bytes";
}

/// What is wrong with the cards of a document without images; empty if nothing is.
inline std::string problems_of_cards(std::string_view source, feishu::markdown_options const& options,
                                     compared what = compared::characters) {
    auto const cards = feishu::to_cards(source, options);
    bool const ordered = !has_long_rows(source, options);
    card_reader text(text_of(source, options, what), options, what);
    for (auto const& one : cards) {
        if (auto problem = problems_of(one, options); !problem.empty())
            return problem;
        auto elements = std::vector<card::element>(one.body.elements.begin(), one.body.elements.end());
        if (cards.size() > 1 && options.numbered)
            elements.pop_back();
        auto const tables = std::ranges::count_if(elements, [](auto const& e) { return e.tag() == "table"; });
        if (static_cast<std::size_t>(tables) > options.max_tables)
            return "has " + std::to_string(tables) + " tables";
        for (auto const& element : elements)
            if (ordered && !text.read(element))
                return "differs from: " + std::string(text.rest().substr(0, 200));
    }
    return !ordered || text.rest().empty() ? "" : "lacks: " + std::string(text.rest().substr(0, 200));
}

/// The text of an element of a post.
inline std::string text_of(feishu::post::element const& of) {
    if (auto const* const text = std::get_if<feishu::post::text>(&of))
        return text->value;
    if (auto const* const link = std::get_if<feishu::post::a>(&of))
        return link->text;
    if (auto const* const at = std::get_if<feishu::post::at>(&of))
        return "@" + at->user_id;
    auto const* const code = std::get_if<feishu::post::code_block>(&of);
    return code != nullptr ? code->text : std::string();
}

/// What is wrong with the posts of a document without images; empty if nothing is. Bullets, bars and numbers may come
/// between its text.
inline std::string problems_of_posts(std::string_view source, feishu::markdown_options const& options,
                                     compared what = compared::characters) {
    std::string all;
    for (auto const& one : feishu::to_posts(source, options)) {
        if (auto problem = problems_of(one, options); !problem.empty())
            return problem;
        for (auto const& paragraph : one.bodies().front().second.content)
            for (auto const& element : paragraph)
                all += text_of(element);
    }
    auto const expected = text_of(source, options, what);
    std::string_view rest = expected;
    for (char const c : squeezed(all, what))
        if (!rest.empty() && rest.front() == c)
            rest.remove_prefix(1);
    return rest.empty() ? "" : "lacks: " + std::string(rest.substr(0, 200));
}

} // namespace markdown_parts
