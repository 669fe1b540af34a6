#pragma once
// Post content: a title and paragraphs of text, links, mentions, images, code and other elements, in one or
// more languages.
//
//     feishu::post report{"en_us", "Disk full", {
//         {feishu::post::text{"db-1, see "}, feishu::post::a{"the dashboard", "https://…"}},
//         {feishu::post::at{open_id}},
//     }};
//     report.add("zh_cn", "磁盘已满", {{feishu::post::text{"db-1"}}});
//     client.call(im::message::send(chat, report));
//
// img, media, hr, code_block and md must be the only element of their paragraph; validation reports
// violations with their path (`content.en_us.content[1][0]`).

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <concepts>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <boost/json/value.hpp>

#include <feishu/content/impl/post_wire.hpp>
#include <feishu/core/ids.hpp>
#include <feishu/core/impl/describe.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/core/json_text.hpp>
#include <feishu/core/open_enum.hpp>
#include <feishu/core/violation.hpp>
#include <feishu/json/unknown_members.hpp>

namespace feishu {

/// A post message: rich text in one or more languages.
///
///     feishu::post{"en_us", "Disk full", {{feishu::post::text{"db-1"}}}}
///
/// Text, titles and code are displayed literally; md is Markdown. Elements keep members that they do not
/// describe in `unknown`.
/// Thread safety: that of a plain value.
/// https://open.feishu.cn/document/server-docs/im-v1/message-content-description/create_json
class post {
public:
    static constexpr std::string_view msg_type = "post";
    static constexpr content_usage uses =
        content_usage::send | content_usage::reply | content_usage::update | content_usage::batch;

    /// Text style; may be combined: `{post::style::bold, post::style::italic}`.
    using style = post_style;
    using styles = std::vector<open<post_style>>;

    /// A wire name: a string, or an enumerator of a described enum (`feishu::locale::zh_cn`).
    struct name {
        std::string value;
        name(std::string text) : value(std::move(text)) {}
        name(std::string_view text) : value(text) {}
        name(char const* text) : value(text) {}
        template <reflect::described_enum E>
        name(E e) : value(open<E>(e).str()) {}
        template <class E>
        name(open<E> const& e) : value(e.str()) {}
    };

    /// Text, displayed literally.
    struct text {
        std::string value;
        styles style{};
        json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
    };
    /// A link to an absolute URL.
    struct a {
        std::string text;
        std::string href;
        styles style{};
        json::unknown_members unknown{};
    };
    /// A mention. `user_id` is an open_id, user_id or union_id, or `all`; in received posts, the key of a
    /// mention.
    struct at {
        std::string user_id;
        styles style{};
        std::string user_name{}; ///< in received posts
        json::unknown_members unknown{};

        at() = default;
        at(open_id const& user, styles look = {}) : user_id(user.str()), style(std::move(look)) {}
        at(feishu::user_id const& user, styles look = {}) : user_id(user.str()), style(std::move(look)) {}
        at(union_id const& user, styles look = {}) : user_id(user.str()), style(std::move(look)) {}
        /// Everyone in the chat.
        static at all(styles look = {}) { return at(open_id("all"), std::move(look)); }
    };
    /// An image, alone in its paragraph.
    struct img {
        feishu::image_key image_key;
        json::unknown_members unknown{};
    };
    /// A video, alone in its paragraph.
    struct media {
        feishu::file_key file_key;
        feishu::image_key image_key{}; ///< cover image
        json::unknown_members unknown{};
    };
    /// An emoji, by the name that reactions use: `SMILE`, or `im::emoji_type::SMILE`.
    struct emotion {
        name emoji_type;
        json::unknown_members unknown{};
    };
    /// Code, alone in its paragraph. `language` as `GO`, `CPP`, `PYTHON`, …, in any case; empty for plain
    /// text.
    struct code_block {
        std::string text;
        std::string language{};
        json::unknown_members unknown{};
    };
    /// A horizontal rule, alone in its paragraph.
    struct hr {
        json::unknown_members unknown{};
    };
    /// Markdown, alone in its paragraph; it is read back as other elements. Not allowed in batch messages.
    struct md {
        std::string text;
        json::unknown_members unknown{};
    };
    /// An element of a received post that this library does not know, or that is not an object. It cannot be
    /// sent.
    struct other {
        std::string tag;
        std::string text;
        json::unknown_members unknown{};
        boost::json::value json{}; ///< the element, if it is not an object; null otherwise
    };

    /// An element of a paragraph.
    using element = std::variant<text, a, at, img, media, emotion, code_block, hr, md, other>;
    using paragraph = std::vector<element>;
    /// The post in one language.
    struct body {
        std::string title{};
        std::vector<paragraph> content{};
    };

    post() = default;
    /// A post in one language (`zh_cn`, `en_us`, `ja_jp`, …).
    post(name language, std::string title, std::vector<paragraph> content) {
        add(std::move(language), std::move(title), std::move(content));
    }

    /// Adds the post in another language; clients display the one of the reader.
    post& add(name language, std::string title, std::vector<paragraph> content) & {
        bodies_.emplace_back(std::move(language.value), body{std::move(title), std::move(content)});
        return *this;
    }
    /// The same for a temporary.
    post&& add(name language, std::string title, std::vector<paragraph> content) && {
        return std::move(add(std::move(language), std::move(title), std::move(content)));
    }

    /// The post by language, in the order of addition.
    std::vector<std::pair<std::string, body>> const& bodies() const { return bodies_; }

    /// Violated rules, fields as `zh_cn.content[0][1].href`.
    FEISHU_DECL std::vector<violation> problems() const;

    /// Converts to the document {"zh_cn":{"title":…,"content":[[…]]}}, escaped for the JSON string that
    /// contains it.
    FEISHU_DECL operator field::json_text() const;

private:
    std::vector<std::pair<std::string, body>> bodies_;
};

} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/content/impl/post.ipp>
#include <feishu/content/impl/post_checker.ipp>
#endif
