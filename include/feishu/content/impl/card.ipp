#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <boost/system/error_code.hpp>

#include <feishu/content/card.hpp>
#include <feishu/content/card/impl/card_checker.hpp>
#include <feishu/content/card/impl/card_document.hpp>
#include <feishu/content/card/impl/keep_as_read.hpp>
#include <feishu/content/card/impl/outliner.hpp>
#include <feishu/content/card/impl/walk.hpp>
#include <feishu/core/validate.hpp>
#include <feishu/json/read.hpp>
#include <feishu/json/write.hpp>

namespace feishu::card {
namespace detail {

FEISHU_DECL boost::json::value document_of(card const& value) {
    boost::json::parse_options options;
    options.max_depth = 256;           // cards that programs build are not limited by the default
    options.allow_invalid_utf8 = true; // validation reports it
    boost::system::error_code ec;
    return boost::json::parse(json::to_string(value), ec, {}, options);
}

FEISHU_DECL card_checker check_document(boost::json::value const& document) {
    card_checker checker;
    walk(json::binding_of<feishu::card::card>, document, checker);
    checker.finish();
    return checker;
}

inline bool is_version_2(card const& value) {
    if (value.schema)
        return *value.schema == "2.0";
    auto const* const number = value.unknown.members.if_contains("schema");
    return number != nullptr && *number == boost::json::value(2.0);
}

} // namespace detail

FEISHU_DECL void rules(card const& value, violations& found) {
    if (value.schema && *value.schema != "2.0")
        found.add("schema", "must be 2.0; cards of JSON 1.0 are sent as card::raw");
    auto const document = detail::document_of(value);
    for (auto const& problem : detail::check_document(document).errors)
        found.add(problem);
}

FEISHU_DECL card::operator field::json_text() const {
    std::string literal;
    json::write<card, json::level::embedded>(literal, *this);
    return field::json_text::escaped_content(msg_type, std::move(literal), feishu::check(*this).take());
}

FEISHU_DECL card patchable(card from) {
    if (!from.config)
        from.config.emplace();
    from.config->update_multi = true;
    return from;
}

FEISHU_DECL result<card> read(std::string_view json) {
    card value;
    value.schema.reset();
    if (auto done = json::read_into(value, json); !done)
        return std::move(done).error();
    auto const document = json::read<boost::json::value>(json).value(); // numbers as the reader read them
    error e;
    e.kind = error_kind::decode;
    if (!document.is_object()) { // null, which the reader takes for an object without members
        e.message = "expected an object";
        return e;
    }
    detail::keep_as_read(json::binding_of<card>, &value, document);
    if (detail::is_version_2(value) || document.get_object().empty()) // valid in either version
        return value;
    e.field = "schema";
    e.message = "schema is not 2.0: cards of JSON 1.0 are sent as card::raw";
    return e;
}

FEISHU_DECL boost::json::value to_value(card const& of) { return detail::document_of(of); }

FEISHU_DECL std::string outline(card const& of) {
    detail::outliner lines;
    auto const document = detail::document_of(of);
    auto const* const json = document.if_object();
    if (json == nullptr)
        return {};
    feishu::detail::field_path const at{};
    if (auto const* const header = json->if_contains("header"); header != nullptr && header->is_object()) {
        detail::component const title{"header", header->get_object(), nullptr, false};
        lines.enter(title, at);
        for (auto const* const name : {"title", "subtitle"})
            if (auto const* const text = title.json.if_contains(name); text != nullptr && text->is_object())
                lines.on_text(text->get_object(), "header", at);
        lines.leave(title, at);
    }
    if (auto const* const body = json->if_contains("body"))
        detail::walk(json::binding_of<feishu::card::body>, *body, lines);
    return std::move(lines).take();
}

} // namespace feishu::card
