#pragma once
// What happens when somebody acts on an element:
//
//     .behaviors = {card::callback({{"action", "approve"}})}       // your program is asked: see card.action.trigger
//     .behaviors = {card::open_url("https://example.com")}

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

namespace feishu::card {

/// Kinds of behaviour.
enum class behavior_type { open_url, callback };
BOOST_DESCRIBE_ENUM(behavior_type, open_url, callback)

/// One behaviour. Addresses need a scheme; `lark://msgcard/unsupported_action` switches a client off.
struct behavior {
    open<behavior_type> type{};
    /// Where no client's own address is given. http or https.
    std::optional<std::string> default_url{};
    std::optional<std::string> android_url{};
    std::optional<std::string> ios_url{};
    std::optional<std::string> pc_url{};
    /// What comes back in the call-back's action.value, an object.
    std::optional<boost::json::value> value{};
};
BOOST_DESCRIBE_STRUCT(behavior, (), (type, default_url, android_url, ios_url, pc_url, value))
FEISHU_DECL void rules(behavior const& value, violations& found);

/// Opens a page.
inline behavior open_url(std::string url) {
    return {.type = behavior_type::open_url, .default_url = std::move(url)};
}

/// Sends a card.action.trigger call-back that carries `value`.
inline behavior callback(boost::json::object value) {
    return {.type = behavior_type::callback, .value = boost::json::value(std::move(value))};
}

/// Where a click leads, by client: `url`, or all of the others. http or https.
struct link {
    std::optional<std::string> url{};
    std::optional<std::string> android_url{};
    std::optional<std::string> ios_url{};
    std::optional<std::string> pc_url{};
};
BOOST_DESCRIBE_STRUCT(link, (), (url, android_url, ios_url, pc_url))
FEISHU_DECL void rules(link const& value, violations& found);

/// A question before something is done; "yes" and "no" are the platform's.
struct confirm {
    field::required<feishu::card::text> title;
    field::required<feishu::card::text> text;
};
BOOST_DESCRIBE_STRUCT(confirm, (), (title, text))

} // namespace feishu::card

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/content/card/impl/behavior.ipp>
#endif
