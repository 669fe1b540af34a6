#pragma once
// Settings of a conversion from Markdown, see <feishu/content/markdown.hpp>.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include <feishu/content/card.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/json_text.hpp>

namespace feishu {

/// Which mentions in Markdown notify; others are displayed as text.
enum class markdown_mentions {
    none,    ///< for text that others have written
    people,  ///< `<at id=…></at>`
    everyone ///< also `<at id=all></at>` and `@all`
};

/// Settings of a conversion.
struct markdown_options {
    markdown_mentions mentions = markdown_mentions::everyone;
    /// Returns the key of an uploaded image for the URL or path in the source, or an empty key: a link is displayed
    /// then. Called once for each distinct URL; what it throws leaves the conversion.
    std::function<image_key(std::string_view url)> image{};
    /// Whether parts are numbered, as `(1/3)`, if there are several.
    bool numbered = true;
    /// What all cards have in common: config, header, card_link, and elements that precede the text.
    card::card frame{};
    std::string title{};            ///< of posts
    std::string language = "zh_cn"; ///< of posts
    /// Bytes of a card or post as it is sent, inside the JSON of the request; at least 4096. The platform accepts 30 KB
    /// for the whole request.
    std::size_t max_bytes = max_rich_content_bytes - 1024;
    std::size_t max_elements = 200; ///< of a card
    /// Tables of a card. The platform documents five; more than three have been rejected.
    std::size_t max_tables = 3;
};

} // namespace feishu
