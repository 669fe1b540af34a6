#pragma once
// Strong identifiers: `feishu::chat_id{"oc_…"}` is a string that cannot be passed where a message_id belongs.
// Implicit from strings, never from one another.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <compare>
#include <concepts>
#include <cstddef>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>
#include <utility>

namespace feishu {

/// An identifier of the platform. `Tag` is its kind, `Tag::name` the `format` in the OpenAPI documents.
template <class Tag>
class basic_id {
public:
    constexpr basic_id() = default;
    constexpr basic_id(char const* value) : value_(value) {}
    constexpr basic_id(std::string value) : value_(std::move(value)) {}
    constexpr basic_id(std::string_view value) : value_(value) {}

    /// Deleted: an identifier does not convert to another kind.
    template <class Other>
        requires(!std::same_as<Other, Tag>)
    basic_id(basic_id<Other> const&) = delete;

    /// The text.
    constexpr std::string const& str() const& { return value_; }
    constexpr std::string str() && { return std::move(value_); }
    constexpr bool empty() const { return value_.empty(); }
    constexpr operator std::string const&() const& { return value_; }
    constexpr operator std::string_view() const { return value_; }

    friend constexpr bool operator==(basic_id const& a, basic_id const& b) { return a.value_ == b.value_; }
    friend constexpr bool operator==(basic_id const& a, std::string_view b) { return a.value_ == b; }
    friend constexpr bool operator==(basic_id const& a, std::string const& b) { return a.value_ == b; }
    friend constexpr bool operator==(basic_id const& a, char const* b) { return a.value_ == b; }
    friend constexpr auto operator<=>(basic_id const& a, basic_id const& b) { return a.value_ <=> b.value_; }

    template <class Traits>
    friend std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, basic_id const& id) {
        return out << id.value_;
    }

private:
    std::string value_;
};

/// True for basic_id.
template <class T>
inline constexpr bool is_id = false;
template <class Tag>
inline constexpr bool is_id<basic_id<Tag>> = true;

// clang-format off
namespace tag {
struct app_id           { static constexpr std::string_view name = "app_id"; };
struct batch_message_id { static constexpr std::string_view name = "batch_message_id"; };
struct card_id          { static constexpr std::string_view name = "card_id"; };
struct chat_id          { static constexpr std::string_view name = "chat_id"; };
struct department_id    { static constexpr std::string_view name = "department_id"; };
struct element_id       { static constexpr std::string_view name = "element_id"; };
struct email            { static constexpr std::string_view name = "email"; };
struct event_id         { static constexpr std::string_view name = "event_id"; };
struct feed_card_id     { static constexpr std::string_view name = "feed_card_id"; };
struct file_key         { static constexpr std::string_view name = "file_key"; };
struct image_key        { static constexpr std::string_view name = "image_key"; };
struct menu_item_id     { static constexpr std::string_view name = "menu_item_id"; };
struct message_id       { static constexpr std::string_view name = "message_id"; };
struct open_id          { static constexpr std::string_view name = "open_id"; };
struct reaction_id      { static constexpr std::string_view name = "reaction_id"; };
struct tab_id           { static constexpr std::string_view name = "tab_id"; };
struct tenant_key       { static constexpr std::string_view name = "tenant_key"; };
struct thread_id        { static constexpr std::string_view name = "thread_id"; };
struct union_id         { static constexpr std::string_view name = "union_id"; };
struct user_id          { static constexpr std::string_view name = "user_id"; };
} // namespace tag

// In an inline namespace, so that an enumerator `open_id` of an enum in feishu shadows nothing.
inline namespace id_types {

using app_id           = basic_id<tag::app_id>; ///< `cli_…`: an app
using batch_message_id = basic_id<tag::batch_message_id>; ///< `bm-…`: a batch message
using card_id          = basic_id<tag::card_id>; ///< a card created with cardkit
using chat_id          = basic_id<tag::chat_id>; ///< `oc_…`: a group or one-to-one chat
using department_id    = basic_id<tag::department_id>; ///< `od-…`: a department
using element_id       = basic_id<tag::element_id>; ///< an element inside a card
using email            = basic_id<tag::email>; ///< a user's work email address
using event_id         = basic_id<tag::event_id>; ///< a pushed event; unchanged on redelivery
using feed_card_id     = basic_id<tag::feed_card_id>; ///< a card in the feed (im v2)
using file_key         = basic_id<tag::file_key>; ///< `file_…`: an uploaded file
using image_key        = basic_id<tag::image_key>; ///< `img_…`: an uploaded image
using menu_item_id     = basic_id<tag::menu_item_id>; ///< an entry of a chat's menu
using message_id       = basic_id<tag::message_id>; ///< `om_…`: a message
using open_id          = basic_id<tag::open_id>; ///< `ou_…`: a user as this app sees them
using reaction_id      = basic_id<tag::reaction_id>; ///< one emoji reaction on a message
using tab_id           = basic_id<tag::tab_id>; ///< a tab of a chat
using tenant_key       = basic_id<tag::tenant_key>; ///< a tenant (company)
using thread_id        = basic_id<tag::thread_id>; ///< `omt_…`: a thread
using union_id         = basic_id<tag::union_id>; ///< `on_…`: a user as one developer's apps see them
using user_id          = basic_id<tag::user_id>; ///< a user inside their tenant

} // namespace id_types
// clang-format on

} // namespace feishu

template <class Tag>
struct std::hash<feishu::basic_id<Tag>> {
    std::size_t operator()(feishu::basic_id<Tag> const& id) const noexcept {
        return std::hash<std::string_view>{}(id);
    }
};
