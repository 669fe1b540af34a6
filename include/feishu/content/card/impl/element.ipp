#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <feishu/content/card/containers.hpp>
#include <feishu/content/card/display_elements.hpp>
#include <feishu/content/card/element.hpp>
#include <feishu/content/card/impl/rules.ipp>
#include <feishu/content/card/impl/walk.hpp>
#include <feishu/content/card/interactive.hpp>
#include <feishu/core/validate.hpp>
#include <feishu/json/read.hpp>
#include <feishu/json/write.hpp>

namespace feishu::card {
namespace detail {

// What an element holds, without its type.
class body {
public:
    virtual ~body() = default;
    virtual void const* type() const = 0;
    virtual std::string_view tag() const = 0;
    virtual void append_json(std::string& out, json::level level) const = 0;
    virtual void append_problems(feishu::detail::field_path const& at, violations& found,
                                 check_options options) const = 0;
    virtual void walk(feishu::detail::field_path const& at, visitor& to) const = 0;
};

// Its address tells types apart.
template <class E>
inline constexpr char type_key = 0;

template <class E>
class typed_body final : public body {
public:
    explicit typed_body(E held) : value(std::move(held)) {}
    void const* type() const override { return &type_key<E>; }
    std::string_view tag() const override { return E::tag; }
    void append_json(std::string& out, json::level level) const override {
        if (level == json::level::plain)
            json::write<E, json::level::plain>(out, value);
        else
            json::write<E, json::level::embedded>(out, value);
    }
    void append_problems(feishu::detail::field_path const& at, violations& found,
                         check_options options) const override {
        feishu::detail::check_members(value, at, found, options);
    }
    void walk(feishu::detail::field_path const& at, visitor& to) const override { detail::walk(value, at, to); }

    E value;
};

inline std::string_view member(boost::json::value const& json, char const* name) {
    auto const* const object = json.if_object();
    auto const* const value = object != nullptr ? object->if_contains(name) : nullptr;
    auto const* const string = value != nullptr ? value->if_string() : nullptr;
    return string != nullptr ? std::string_view(string->data(), string->size()) : std::string_view();
}

template <>
class typed_body<raw_element> final : public body {
public:
    explicit typed_body(raw_element held) : value(std::move(held)) {}
    void const* type() const override { return &type_key<raw_element>; }
    std::string_view tag() const override { return member(value.json(), "tag"); }
    void append_json(std::string& out, json::level level) const override {
        json::detail::append_json(out, value.json(), level == json::level::embedded);
    }
    void append_problems(feishu::detail::field_path const& at, violations& found, check_options) const override {
        if (!value.valid() || !value.json().is_object())
            feishu::detail::report(found, at, violation{.rule = rule::other, .text = "is not a JSON object"});
        feishu::detail::check_json(value.json(), at, found);
    }
    void walk(feishu::detail::field_path const& at, visitor& to) const override {
        component const self{.tag = tag(), .element_id = member(value.json(), "element_id")};
        to.enter(self, at);
        to.leave(self, at);
    }

    raw_element value;
};

template <class E>
std::shared_ptr<body const> hold(E value) {
    return std::make_shared<typed_body<E> const>(std::move(value));
}

template <class E>
E const* held(body const& from) {
    return from.type() == &type_key<E> ? &static_cast<typed_body<E> const&>(from).value : nullptr;
}

// Null when the JSON does not fit E.
template <class E>
std::shared_ptr<body const> read_as(std::string_view json) {
    auto value = json::read<E>(json, {.strict = true}); // what does not fit stays a raw element
    return value ? hold<E>(std::move(*value)) : nullptr;
}

struct element_reader {
    std::string_view tag;
    std::shared_ptr<body const> (*read)(std::string_view json);
};

template <class... E>
constexpr std::array<element_reader, sizeof...(E)> readers_of(type_list<E...>) {
    return {element_reader{E::tag, &read_as<E>}...};
}

inline std::shared_ptr<body const> read_by_tag(boost::json::value const& json) {
    static constexpr auto readers = readers_of(typed_elements());
    auto const tag = member(json, "tag");
    for (auto const& reader : readers)
        if (reader.tag == tag)
            return reader.read(feishu::json::to_string(json));
    return nullptr;
}

} // namespace detail

FEISHU_DECL element::element() : element(raw_element::of(boost::json::object())) {}

FEISHU_DECL std::string_view element::tag() const { return body_->tag(); }

FEISHU_DECL void element::append_json(std::string& out, json::level level) const { body_->append_json(out, level); }

FEISHU_DECL void element::assign_json(boost::json::value&& value) {
    body_ = detail::read_by_tag(value);
    if (body_ == nullptr)
        body_ = detail::hold(raw_element::of(std::move(value)));
}

FEISHU_DECL void element::append_problems(feishu::detail::field_path const& at, violations& found,
                                          check_options options) const {
    body_->append_problems(at, found, options);
}

FEISHU_DECL void element::walk(feishu::detail::field_path const& at, detail::visitor& to) const { body_->walk(at, to); }

FEISHU_DECL raw_element::raw_element(std::string_view json) {
    boost::json::error_code ec;
    json_ = std::make_shared<boost::json::value const>(boost::json::parse({json.data(), json.size()}, ec));
    valid_ = !ec;
}

FEISHU_DECL raw_element raw_element::of(boost::json::value json) {
    raw_element made;
    made.json_ = std::make_shared<boost::json::value const>(std::move(json));
    return made;
}

FEISHU_DECL boost::json::value const& raw_element::json() const { return *json_; }

#ifdef FEISHU_SEPARATE_COMPILATION
namespace detail {

// For the files that see no more than the declarations.
template std::shared_ptr<body const> hold(collapsible_panel);
template std::shared_ptr<body const> hold(column_set);
template std::shared_ptr<body const> hold(form);
template std::shared_ptr<body const> hold(interactive_container);
template std::shared_ptr<body const> hold(audio);
template std::shared_ptr<body const> hold(chart);
template std::shared_ptr<body const> hold(div);
template std::shared_ptr<body const> hold(hr);
template std::shared_ptr<body const> hold(img);
template std::shared_ptr<body const> hold(img_combination);
template std::shared_ptr<body const> hold(markdown);
template std::shared_ptr<body const> hold(person);
template std::shared_ptr<body const> hold(person_list);
template std::shared_ptr<body const> hold(table);
template std::shared_ptr<body const> hold(button);
template std::shared_ptr<body const> hold(checker);
template std::shared_ptr<body const> hold(date_picker);
template std::shared_ptr<body const> hold(input);
template std::shared_ptr<body const> hold(multi_select_person);
template std::shared_ptr<body const> hold(multi_select_static);
template std::shared_ptr<body const> hold(overflow);
template std::shared_ptr<body const> hold(picker_datetime);
template std::shared_ptr<body const> hold(picker_time);
template std::shared_ptr<body const> hold(select_img);
template std::shared_ptr<body const> hold(select_person);
template std::shared_ptr<body const> hold(select_static);
template std::shared_ptr<body const> hold(raw_element);
template collapsible_panel const* held(body const&);
template column_set const* held(body const&);
template form const* held(body const&);
template interactive_container const* held(body const&);
template audio const* held(body const&);
template chart const* held(body const&);
template div const* held(body const&);
template hr const* held(body const&);
template img const* held(body const&);
template img_combination const* held(body const&);
template markdown const* held(body const&);
template person const* held(body const&);
template person_list const* held(body const&);
template table const* held(body const&);
template button const* held(body const&);
template checker const* held(body const&);
template date_picker const* held(body const&);
template input const* held(body const&);
template multi_select_person const* held(body const&);
template multi_select_static const* held(body const&);
template overflow const* held(body const&);
template picker_datetime const* held(body const&);
template picker_time const* held(body const&);
template select_img const* held(body const&);
template select_person const* held(body const&);
template select_static const* held(body const&);
template raw_element const* held(body const&);

} // namespace detail
#endif

} // namespace feishu::card
