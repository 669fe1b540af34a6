#pragma once
// Text content, with mentions, styles and links:
//
//     client.call(im::message::send(chat, feishu::text{"hello"}));
//     client.call(im::message::send(chat, feishu::text{"Disk full, "} << feishu::mention(open_id)
//                                                                    << feishu::bold(" now")));
//
// Strings are displayed literally: nothing in them becomes a tag, a mention or a link. The platform documents
// no escape for links (`[name](url)`), so a zero-width space (U+200B) is inserted between `]` and `(` where
// text could be one.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/core/json_text.hpp>
#include <feishu/core/violation.hpp>

namespace feishu {

/// A text message. Strings, mentions, styles and links are appended with `<<`.
///
///     feishu::text{"Disk full, "} << feishu::mention(open_id) << feishu::bold(" now")
///
/// Thread safety: that of a plain value.
/// https://open.feishu.cn/document/server-docs/im-v1/message-content-description/create_json
class text {
public:
    static constexpr std::string_view msg_type = "text";
    static constexpr content_usage uses =
        content_usage::send | content_usage::reply | content_usage::update | content_usage::batch;

    text() = default;
    /// `plain` is displayed literally.
    explicit text(std::string plain) { *this << std::move(plain); }

    /// The text of the message with its markup.
    FEISHU_DECL std::string str() const;

    /// Converts to the document {"text":"…"}, escaped for the JSON string that contains it.
    FEISHU_DECL operator field::json_text() const;

    /// Appends `plain`, which is displayed literally.
    FEISHU_DECL text& operator<<(std::string plain) &;
    /// Appends `more` with its markup.
    FEISHU_DECL text& operator<<(text const& more) &;
    /// The same for a temporary.
    text&& operator<<(std::string plain) && { return std::move(*this << std::move(plain)); }
    /// The same for a temporary.
    text&& operator<<(text const& more) && { return std::move(*this << more); }

    /// Appends markup of the platform without escaping.
    FEISHU_DECL text& add_markup(std::string_view markup);
    /// Makes validation reject the message; `why` completes "content.text …".
    FEISHU_DECL text& refuse(std::string_view why);

private:
    FEISHU_DECL void append(bool plain, std::string value);
    template <class F>
    void for_each_run(F const& f) const;
    FEISHU_DECL std::string_view escaped(std::string& memory) const;

    // Plain text is escaped only when it is complete: two adjacent pieces could form a tag.
    std::string runs_;              // of plain text and markup by turns; the first one is plain
    std::vector<std::size_t> ends_; // of all runs but the last
    std::vector<violation> problems_;
};

/// Mentions and notifies a user. `name` is displayed until the client has resolved the user's name.
FEISHU_DECL text mention(open_id const& user, std::string name = {});
FEISHU_DECL text mention(user_id const& user, std::string name = {});
FEISHU_DECL text mention(union_id const& user, std::string name = {});

/// Mentions everyone in the chat, for which the bot needs permission.
inline constexpr struct mention_all_type {
    /// The mention.
    FEISHU_DECL operator text() const;
} mention_all{};
inline text& operator<<(text& out, mention_all_type all) { return out << static_cast<text>(all); }
inline text&& operator<<(text&& out, mention_all_type all) {
    return std::move(out << static_cast<text>(all));
}

/// Sets the style of a text; strings are displayed literally. Styles may be nested.
FEISHU_DECL text bold(text const& inner);
FEISHU_DECL text italic(text const& inner);
FEISHU_DECL text underline(text const& inner);
FEISHU_DECL text strike(text const& inner);
inline text bold(std::string plain) { return bold(text(std::move(plain))); }
inline text italic(std::string plain) { return italic(text(std::move(plain))); }
inline text underline(std::string plain) { return underline(text(std::move(plain))); }
inline text strike(std::string plain) { return strike(text(std::move(plain))); }

/// A link to an absolute URL (`https://…`, `mailto:…`). Validation rejects a name that contains `](`, which
/// would end it.
FEISHU_DECL text link(std::string name, std::string_view url);

} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/content/impl/text.ipp>
#endif
