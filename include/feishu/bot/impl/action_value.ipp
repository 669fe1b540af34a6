#pragma once

#include <utility>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <feishu/bot/action_value.hpp>

namespace feishu::detail {

FEISHU_DECL boost::json::object tagged_object(std::string_view json, std::string_view type) {
    auto parsed = boost::json::parse({json.data(), json.size()});
    auto out = parsed.is_object() ? std::move(parsed.as_object()) : boost::json::object();
    out[{action_member.data(), action_member.size()}] = boost::json::string(type.data(), type.size());
    return out;
}

} // namespace feishu::detail
