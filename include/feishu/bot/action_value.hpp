#pragma once
// action_value: the value of a button, for a handler of bot::on_action with the same struct.
//
//     struct deploy { std::string version; };
//     BOOST_DESCRIBE_STRUCT(deploy, (), (version))
//     card::button{.text = …, .behaviors = {card::callback(feishu::action_value(deploy{.version = "1.2"}))}}
//     bot.on_action<deploy>([](feishu::conversation c, deploy const& d) { return card::toast{"deploying " + d.version}; });

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <string>
#include <string_view>
#include <utility>

#include <boost/json/object.hpp>

#include <feishu/bot/impl/action_name.hpp>
#include <feishu/core/impl/describe.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/json/write.hpp>

namespace feishu {
namespace detail {

/// The members of a JSON object, and the name of its struct.
FEISHU_DECL boost::json::object tagged_object(std::string_view json, std::string_view type);

} // namespace detail

/// The value of a button: the members of `value`, and the name of its type, by which the handler is found: a constant
/// `action_name` of it, or else its name without namespaces.
template <reflect::described T>
boost::json::object action_value(T const& value) {
    return detail::tagged_object(json::to_string(value), detail::action_name<T>());
}

} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/bot/impl/action_value.ipp>
#endif
