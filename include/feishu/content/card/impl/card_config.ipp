#pragma once

#include <string>
#include <utility>

#include <boost/describe/class.hpp>

#include <feishu/content/card/card_config.hpp>
#include <feishu/core/validate.hpp>
#include <feishu/json/write.hpp>

namespace feishu::card {
namespace detail {

struct settings_document {
    feishu::card::config config{};
};
BOOST_DESCRIBE_STRUCT(settings_document, (), (config))

} // namespace detail

FEISHU_DECL void rules(config const& value, violations& found) {
    if (value.update_multi && !*value.update_multi)
        found.add("update_multi", "must be true in a card of JSON 2.0");
}

FEISHU_DECL field::json_text settings_json(config const& value) {
    detail::settings_document const document{value};
    std::string literal;
    json::write<detail::settings_document, json::level::embedded>(literal, document);
    return field::json_text::escaped_content({}, std::move(literal), feishu::check(document).take());
}

} // namespace feishu::card
