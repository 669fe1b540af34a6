#pragma once
// Text content, with mentions, styles and links:
//
//     client.call(im::message::send(chat, feishu::text{"hello"}));
//     client.call(im::message::send(chat, feishu::text{"Disk full, "} << feishu::mention(open_id) << feishu::bold("now")));
//
// What is given as a string is shown as it is: `<`, `>` and `&` in it never become a tag. (A text message has one
// kind of markup that is not a tag: `[name](address)` is a link in whatever text it stands.)

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <feishu/core/ids.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/core/json_text.hpp>
#include <feishu/core/violation.hpp>

namespace feishu {

/// A text message.
/// https://open.feishu.cn/document/server-docs/im-v1/message-content-description/create_json
class text {
public:
    static constexpr std::string_view msg_type = "text";
    static constexpr content_usage uses =
        content_usage::send | content_usage::reply | content_usage::update | content_usage::batch;

    text() = default;
    /// `plain` as it is, whatever it looks like.
    explicit text(std::string plain) { *this << std::move(plain); }

    /// The text of the message with its markup.
    FEISHU_DECL std::string str() const;

    /// The document {"text":"…"}, escaped once for the string it travels in.
    FEISHU_DECL operator field::json_text() const;

    /// Appends `plain` as it is, whatever it looks like.
    FEISHU_DECL text& operator<<(std::string plain) &;
    FEISHU_DECL text& operator<<(text const& more) &;
    text&& operator<<(std::string plain) && { return std::move(*this << std::move(plain)); }
    text&& operator<<(text const& more) && { return std::move(*this << more); }

    /// Appends markup as the platform reads it: nothing is escaped.
    FEISHU_DECL text& add_markup(std::string_view markup);
    /// Makes the message one that validation refuses; `why` completes "content.text …".
    FEISHU_DECL text& refuse(std::string_view why);

private:
    // Plain text is escaped when all of it is known: neighbours together could be a tag.
    struct run {
        bool plain;
        std::string value;
    };
    FEISHU_DECL void append(bool plain, std::string value);

    std::vector<run> runs_;
    std::vector<violation> problems_;
};

/// Mentions a user, who gets a notification. `name` is shown until the client knows the user's own.
FEISHU_DECL text mention(open_id const& user, std::string name = {});
FEISHU_DECL text mention(user_id const& user, std::string name = {});
FEISHU_DECL text mention(union_id const& user, std::string name = {});

/// Mentions everyone in the chat; the bot needs the right to.
inline constexpr struct mention_all_type { FEISHU_DECL operator text() const; } mention_all{};
inline text& operator<<(text& out, mention_all_type all) { return out << static_cast<text>(all); }
inline text&& operator<<(text&& out, mention_all_type all) {
    return std::move(out << static_cast<text>(all));
}

FEISHU_DECL text bold(text const& inner);
FEISHU_DECL text italic(text const& inner);
FEISHU_DECL text underline(text const& inner);
FEISHU_DECL text strike(text const& inner);
inline text bold(std::string plain) { return bold(text(std::move(plain))); }
inline text italic(std::string plain) { return italic(text(std::move(plain))); }
inline text underline(std::string plain) { return underline(text(std::move(plain))); }
inline text strike(std::string plain) { return strike(text(std::move(plain))); }

/// A link to an absolute address (`https://…`, `mailto:…`). A name with `](` in it is refused: it would be another link.
FEISHU_DECL text link(std::string name, std::string_view url);

} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/content/impl/text.ipp>
#endif
