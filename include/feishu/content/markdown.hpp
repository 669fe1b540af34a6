#pragma once
// Markdown as cards and posts: CommonMark with GitHub's tables, task lists, strikethrough and autolinks.
//
//     client.call(im::message::send(chat, feishu::markdown{"**Deployed** [1.4](https://…)\n\n- api\n- web"}));
//     for (auto const& part : feishu::to_cards(report)) // any length
//         client.call(im::message::send(chat, part));
//
// Mentions are written as `<at id=ou_…></at>`, `<at user_id="ou_…">name</at>`, `<at email=…></at>` and `@all`. Other HTML
// is displayed as text.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#ifndef FEISHU_WITH_MD4C
#error "install md4c (Debian: libmd4c-dev), define FEISHU_WITH_MD4C for every file and link md4c"
#endif

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <feishu/content/card.hpp>
#include <feishu/content/markdown_options.hpp>
#include <feishu/content/post.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/core/json_text.hpp>

namespace feishu {

/// Converts Markdown to cards, in as many as needed; none for blank text. Code blocks, lists and tables continue in the
/// next card: a code block with a fence, a table with its header. Text is split between words where possible, never
/// inside a character or a mention.
///
/// - Tables with more than 50 columns, in lists or quotes, without rows, or with a mention in their header are displayed
///   as text.
/// - Links without an absolute URL, and images without a key and such a URL, are displayed as text.
/// - Beyond eight levels, lists and quotes are not indented further.
/// - Bytes that are not UTF-8, and NUL, become U+FFFD.
/// - Text that would take more than linear time to parse is displayed as it is.
///
/// Thread safety: a pure function.
FEISHU_DECL std::vector<card::card> to_cards(std::string_view markdown, markdown_options const& options = {});

/// Converts Markdown to posts in the same way. Posts have no lists, quotes, headings and tables: they are displayed as
/// text with bullets, bars and bold type.
FEISHU_DECL std::vector<post> to_posts(std::string_view markdown, markdown_options const& options = {});

/// The text of a Markdown document without its syntax, for notifications and summaries: a line for each block.
FEISHU_DECL std::string plain_text(std::string_view markdown);

/// The URLs and paths of the images of a Markdown document in order, each once: what to upload before a conversion.
FEISHU_DECL std::vector<std::string> image_urls(std::string_view markdown);

/// Markdown as the content of one message, a card. Validation rejects it if it is blank or needs more than one card; see
/// to_cards() for those.
///
///     feishu::markdown{"**done**", {.mentions = feishu::markdown_mentions::none}}
///
/// A bot (<feishu/bot.hpp>) sends as many messages as are needed.
/// Thread safety: that of a plain value.
struct markdown {
    static constexpr std::string_view msg_type = card::card::msg_type;
    static constexpr content_usage uses = card::card::uses;

    // No aggregate, which g++ 12 could not have in braces inside co_await.
    markdown() = default;
    markdown(std::string text) : source(std::move(text)) {}
    markdown(std::string text, markdown_options settings) : source(std::move(text)), options(std::move(settings)) {}

    std::string source{};
    markdown_options options{};

    /// The contents of as many messages as are needed; one that validation rejects if it is blank.
    FEISHU_DECL std::vector<field::json_text> parts() const;
    /// Converts to the card, with the violations that validation found.
    FEISHU_DECL operator field::json_text() const;
};

} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/content/impl/markdown.ipp>
#endif
