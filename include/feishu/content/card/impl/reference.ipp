#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <feishu/content/card/reference.hpp>
#include <feishu/core/validate.hpp>
#include <feishu/json/impl/escape.hpp>
#include <feishu/json/write.hpp>

namespace feishu::card {
namespace detail {

// The documents that refer to a card.
struct template_data {
    field::text<1> template_id{};
    std::optional<std::string> template_version_name{};
    std::optional<boost::json::object> template_variable{};
};
BOOST_DESCRIBE_STRUCT(template_data, (), (template_id, template_version_name, template_variable))

inline template_data data_of(from_template const& from) {
    template_data out;
    out.template_id = from.template_id;
    if (!from.version.empty())
        out.template_version_name = from.version;
    if (!from.variables.empty())
        out.template_variable = from.variables;
    return out;
}

struct template_document {
    std::string type = "template";
    template_data data{};
};
BOOST_DESCRIBE_STRUCT(template_document, (), (type, data))

struct card_data {
    field::id<feishu::card_id, 1> card_id{};
};
BOOST_DESCRIBE_STRUCT(card_data, (), (card_id))

struct card_document {
    std::string type = "card";
    card_data data{};
};
BOOST_DESCRIBE_STRUCT(card_document, (), (type, data))

template <class Document>
field::json_text content_of(Document const& document) {
    std::string literal;
    json::write<Document, json::level::embedded>(literal, document);
    return field::json_text::escaped_content("interactive", std::move(literal), feishu::check(document).take());
}

} // namespace detail

FEISHU_DECL field::json_text from_template::data() const { return detail::content_of(detail::data_of(*this)); }

FEISHU_DECL from_template::operator field::json_text() const {
    detail::template_document document;
    document.data = detail::data_of(*this);
    return detail::content_of(document);
}

FEISHU_DECL by_id::operator field::json_text() const {
    detail::card_document document;
    document.data.card_id = card_id;
    return detail::content_of(document);
}

FEISHU_DECL raw::operator field::json_text() const {
    std::vector<violation> problems;
    boost::system::error_code ec;
    auto const value = boost::json::parse({json.data(), json.size()}, ec);
    if (ec)
        problems.push_back({.rule = rule::other, .text = "is not JSON: " + ec.message()});
    else if (!value.is_object())
        problems.push_back({.rule = rule::other, .text = "is not a JSON object"});
    // Line breaks between tokens become spaces: a document inside a string has no control characters.
    std::string document = json;
    std::replace_if(document.begin(), document.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    std::string literal;
    feishu::json::append_escaped(literal, document);
    return field::json_text::escaped_content(msg_type, std::move(literal), std::move(problems));
}

} // namespace feishu::card
