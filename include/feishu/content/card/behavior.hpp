#pragma once
// The effect of an interaction with an element:
//
//     .behaviors = {card::callback({{"action", "approve"}})} // delivered as a card.action.trigger callback
//     .behaviors = {card::open_url("https://example.com")}

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <optional>
#include <string>
#include <utility>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <feishu/content/card/text.hpp>
#include <feishu/core/field.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/core/open_enum.hpp>
#include <feishu/core/violation.hpp>
#include <feishu/json/unknown_members.hpp>

namespace feishu::card {

/// Kinds of behavior.
enum class behavior_type { open_url, callback };
BOOST_DESCRIBE_ENUM(behavior_type, open_url, callback)

/// The effect of an interaction. URLs need a scheme; `lark://msgcard/unsupported_action` disables the link on
/// that client.
struct behavior {
    open<behavior_type> type{};
    /// URL for clients without a specific one; http or https.
    std::optional<std::string> default_url{};
    std::optional<std::string> android_url{};
    std::optional<std::string> ios_url{};
    std::optional<std::string> pc_url{};
    /// Payload returned in the callback's action.value.
    std::optional<boost::json::value> value{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(behavior, (), (type, default_url, android_url, ios_url, pc_url, value, unknown))
/// Reports rules that the types of the fields do not express; called by validation.
FEISHU_DECL void rules(behavior const& value, violations& found);

/// Opens a page.
inline behavior open_url(std::string url) {
    return {.type = behavior_type::open_url, .default_url = std::move(url)};
}

/// Sends a card.action.trigger callback that carries `value`.
inline behavior callback(boost::json::object value) {
    return {.type = behavior_type::callback, .value = boost::json::value(std::move(value))};
}

/// Link target: `url` for all clients, or one URL per client. http or https.
struct link {
    std::optional<std::string> url{};
    std::optional<std::string> android_url{};
    std::optional<std::string> ios_url{};
    std::optional<std::string> pc_url{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(link, (), (url, android_url, ios_url, pc_url, unknown))
/// Reports rules that the types of the fields do not express; called by validation.
FEISHU_DECL void rules(link const& value, violations& found);

/// Confirmation dialog shown before an action; the platform supplies its buttons.
struct confirm {
    std::optional<feishu::card::text> title{};
    std::optional<feishu::card::text> text{};
    json::unknown_members unknown{}; ///< members that this struct does not describe, kept when read
};
BOOST_DESCRIBE_STRUCT(confirm, (), (title, text, unknown))

} // namespace feishu::card

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/content/card/impl/behavior.ipp>
#endif
