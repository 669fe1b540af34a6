#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <boost/system/error_code.hpp>

#include <feishu/content/card/element.hpp>
#include <feishu/content/card/impl/element_body.hpp>

namespace feishu::card {
namespace detail {

// The tag of an element's JSON; empty if it has none.
inline std::string_view tag_of(boost::json::value const& json) {
    auto const* const object = json.if_object();
    auto const* const value = object != nullptr ? object->if_contains("tag") : nullptr;
    auto const* const text = value != nullptr ? value->if_string() : nullptr;
    return text != nullptr ? std::string_view(text->data(), text->size()) : std::string_view();
}

template <>
class typed_body<raw_element> final : public element_body {
public:
    explicit typed_body(raw_element of) : value(std::move(of)) {}
    void const* type() const override { return &type_key<raw_element>; }
    std::string_view tag() const override { return tag_of(value.json()); }
    void append_json(std::string& out, json::level level) const override {
        json::detail::append_json(out, value.json(), level == json::level::embedded);
    }
    void append_problems(feishu::detail::field_path const& at, violations& found, check_options) const override {
        if (!value.valid() || !value.json().is_object())
            feishu::detail::report(found, at, violation{.rule = rule::other, .text = "is not a JSON object"});
        feishu::detail::check_json(value.json(), at, found);
    }

    raw_element value;
};

template <class E>
std::shared_ptr<element_body const> make_body(E value) {
    return std::make_shared<typed_body<E> const>(std::move(value));
}

template <class E>
E const* body_cast(element_body const& from) {
    return from.type() == &type_key<E> ? &static_cast<typed_body<E> const&>(from).value : nullptr;
}

} // namespace detail

FEISHU_DECL element::element() : element(raw_element::of(boost::json::object())) {}

FEISHU_DECL std::string_view element::tag() const { return body_->tag(); }

FEISHU_DECL void element::append_json(std::string& out, json::level level) const { body_->append_json(out, level); }

FEISHU_DECL void element::append_problems(feishu::detail::field_path const& at, violations& found,
                                          check_options options) const {
    body_->append_problems(at, found, options);
}

FEISHU_DECL raw_element::raw_element(std::string_view json) {
    boost::system::error_code ec;
    json_ = std::make_shared<boost::json::value const>(boost::json::parse({json.data(), json.size()}, ec));
    valid_ = !ec;
}

FEISHU_DECL raw_element raw_element::of(boost::json::value json) {
    raw_element out;
    out.json_ = std::make_shared<boost::json::value const>(std::move(json));
    return out;
}

FEISHU_DECL boost::json::value const& raw_element::json() const { return *json_; }

} // namespace feishu::card
