#pragma once
// The wire format of posts: one struct for elements of all tags.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <feishu/core/open_enum.hpp>
#include <feishu/json/unknown_members.hpp>

namespace feishu {

/// Text styles in posts.
enum class post_style { bold, underline, lineThrough, italic };
BOOST_DESCRIBE_ENUM(post_style, bold, underline, lineThrough, italic)

} // namespace feishu

namespace feishu::detail {

/// An element with any tag.
struct post_element {
    std::string tag;
    std::optional<std::string> text{};
    std::optional<bool> un_escape{};
    std::optional<std::string> href{};
    std::optional<std::string> user_id{};
    std::optional<std::string> user_name{};
    std::optional<std::string> image_key{};
    std::optional<std::string> file_key{};
    std::optional<std::string> emoji_type{};
    std::optional<std::string> language{};
    std::optional<std::vector<open<post_style>>> style{};
    json::unknown_members unknown{};
};
BOOST_DESCRIBE_STRUCT(post_element, (),
                      (tag, text, un_escape, href, user_id, user_name, image_key, file_key, emoji_type,
                       language, style, unknown))

/// A post in one language.
struct post_body {
    std::optional<std::string> title{};
    std::vector<std::vector<post_element>> content{};
};
BOOST_DESCRIBE_STRUCT(post_body, (), (title, content))

} // namespace feishu::detail
