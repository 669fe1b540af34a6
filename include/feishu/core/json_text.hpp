#pragma once
// json_text: a JSON document that the platform expects inside a JSON string (a message's `content`).
// Give it the document as a string, or typed content (`feishu::text{"hi"}`), which implies its msg_type.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <feishu/core/impl/macros.hpp>
#include <feishu/core/violation.hpp>

namespace feishu::field {

/// A JSON document as a string member.
///
/// Typed content is stored already escaped for the enclosing string, so that sending does not escape the text
/// again.
class json_text {
public:
    FEISHU_CONSTEXPR_VECTOR json_text() = default;
    /// The document as it is; only the platform checks its structure.
    FEISHU_CONSTEXPR_VECTOR json_text(std::string document) : bytes_(std::move(document)) {}
    FEISHU_CONSTEXPR_VECTOR json_text(std::string_view document) : bytes_(document) {}
    FEISHU_CONSTEXPR_VECTOR json_text(char const* document) : bytes_(document) {}

    /// For typed content: `literal` is the document escaped as the inside of a JSON string, `problems` are
    /// the violations found in the content.
    static json_text escaped_content(std::string_view msg_type, std::string literal, std::vector<violation> problems) {
        json_text result;
        result.bytes_ = std::move(literal);
        result.msg_type_ = msg_type;
        result.problems_ = std::move(problems);
        result.escaped_ = true;
        return result;
    }

    /// The document. Typed content is unescaped for it.
    FEISHU_DECL std::string document() const;

    FEISHU_CONSTEXPR_VECTOR bool empty() const { return bytes_.empty(); }
    /// The msg_type of typed content; empty for a document given as a string.
    FEISHU_CONSTEXPR_VECTOR std::string_view msg_type() const { return msg_type_; }
    /// Violations in typed content; their fields are relative to it.
    FEISHU_CONSTEXPR_VECTOR std::vector<violation> const& problems() const& { return problems_; }
    FEISHU_CONSTEXPR_VECTOR std::vector<violation> problems() && { return std::move(problems_); }

    /// True when `bytes()` is already escaped as the inside of a JSON string.
    FEISHU_CONSTEXPR_VECTOR bool escaped() const { return escaped_; }
    /// The document, or its escaped form if `escaped()`.
    FEISHU_CONSTEXPR_VECTOR std::string const& bytes() const { return bytes_; }
    /// Size of the document in bytes when it is escaped inside its JSON string.
    FEISHU_CONSTEXPR_VECTOR std::size_t literal_size() const {
        std::size_t size = bytes_.size();
        if (escaped_)
            return size;
        for (char const c : bytes_) {
            if (c == '"' || c == '\\' || (c >= '\b' && c <= '\r' && c != '\v'))
                ++size;
            else if (c >= 0 && c < ' ')
                size += 5;
        }
        return size;
    }

    friend bool operator==(json_text const& a, json_text const& b) { return a.document() == b.document(); }

private:
    std::string bytes_;
    std::string_view msg_type_; // refers to a constant of the content type
    std::vector<violation> problems_;
    bool escaped_ = false;
};

/// A JSON document of `Min` to `Max` Unicode characters, where the platform limits it.
template <std::size_t Min, std::size_t Max = static_cast<std::size_t>(-1)>
class json_text_of : public json_text {
public:
    static constexpr std::size_t min = Min;
    static constexpr std::size_t max = Max;

    using json_text::json_text;
    constexpr json_text_of() = default;
    constexpr json_text_of(json_text text) : json_text(std::move(text)) {}
};

/// True for json_text and types derived from it.
template <class T>
inline constexpr bool is_json_text = std::derived_from<T, json_text>;

} // namespace feishu::field

namespace feishu {

/// Maximum size in bytes of the body of a request with content; the platform counts the whole body (230025).
inline constexpr std::size_t max_content_bytes = 150 * 1024;
/// The same for posts and cards.
inline constexpr std::size_t max_rich_content_bytes = 30 * 1024;

/// The uses of a kind of message content, as flags.
enum class content_usage : unsigned char {
    send = 1,   ///< a new message
    reply = 2,  ///< a reply to a message
    update = 4, ///< an edit of a message
    batch = 8,  ///< a batch message
    patch = 16, ///< a card that replaces a sent one
};

constexpr content_usage operator|(content_usage a, content_usage b) {
    return static_cast<content_usage>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}
/// True when `uses` has all of `use`.
constexpr bool allows(content_usage uses, content_usage use) {
    return (static_cast<unsigned>(uses) & static_cast<unsigned>(use)) == static_cast<unsigned>(use);
}

/// A kind of message content: it has a msg_type and uses, and converts to json_text.
template <class T>
concept typed_content = requires(T const& content) {
    { T::msg_type } -> std::convertible_to<std::string_view>;
    { T::uses } -> std::convertible_to<content_usage>;
    static_cast<field::json_text>(content);
};

} // namespace feishu

namespace feishu::field {

/// A plain string: neither typed content nor explicitly a JSON document.
template <class T>
inline constexpr bool is_plain_string =
    std::same_as<std::decay_t<T>, std::string> || std::same_as<std::decay_t<T>, std::string_view> ||
    std::same_as<std::decay_t<T>, char const*> || std::same_as<std::decay_t<T>, char*>;

/// Content for one use: a document as a string, or typed content that the platform accepts there. Other typed
/// content does not compile.
template <content_usage Use>
class content : public json_text {
public:
    static constexpr content_usage use = Use;

    using json_text::json_text;
    constexpr content() = default;
    template <std::same_as<json_text> T> // exactly: typed content must not convert to json_text unchecked
    constexpr content(T text) : json_text(std::move(text)) {}

    template <typed_content T>
    content(T const& typed) : json_text(static_cast<json_text>(typed)) {
        static_assert(Use != content_usage::send || allows(T::uses, Use), "this content cannot be sent as a message");
        static_assert(Use != content_usage::reply || allows(T::uses, Use), "this content cannot be a reply");
        static_assert(Use != content_usage::update || allows(T::uses, Use),
                      "messages of this content cannot be edited: only text and post can");
        static_assert(Use != content_usage::patch || allows(T::uses, Use), "only a card can take a card's place");
        static_assert(Use != content_usage::batch || allows(T::uses, Use), "this content cannot be sent as a batch message");
    }
};

} // namespace feishu::field

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/core/impl/json_text.ipp>
#endif
