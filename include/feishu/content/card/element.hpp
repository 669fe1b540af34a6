#pragma once
// element: any element of a card, as a value. Every element struct becomes one by itself; what the platform adds later
// is read and written unchanged.
//
//     card::element e = card::markdown{"**hello**"};
//     if (auto const* button = e.get_if<card::button>()) …
//
// Its bodies come with the elements' headers: containers.hpp, content.hpp, interactive.hpp.

#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <boost/json/fwd.hpp>

#include <feishu/core/impl/macros.hpp>
#include <feishu/core/violation.hpp>
#include <feishu/json/impl/escape.hpp>

namespace feishu {
struct check_options;
namespace detail {
struct field_path;
}
} // namespace feishu

namespace feishu::card {

// Containers.
struct collapsible_panel;
struct column_set;
struct form;
struct interactive_container;
// Content.
struct audio;
struct chart;
struct div;
struct hr;
struct img;
struct img_combination;
struct markdown;
struct person;
struct person_list;
struct table;
// Interactive.
struct button;
struct checker;
struct date_picker;
struct input;
struct multi_select_person;
struct multi_select_static;
struct overflow;
struct picker_datetime;
struct picker_time;
struct select_img;
struct select_person;
struct select_static;
// Anything else.
class raw_element;

namespace detail {

template <class... E>
struct type_list {
    template <class T>
    static constexpr bool has = (std::is_same_v<T, E> || ...);
};

// The elements that have a struct.
using typed_elements =
    type_list<collapsible_panel, column_set, form, interactive_container, audio, chart, div, hr, img, img_combination,
              markdown, person, person_list, table, button, checker, date_picker, input, multi_select_person,
              multi_select_static, overflow, picker_datetime, picker_time, select_img, select_person, select_static>;

class visitor;
class body;

// Defined for the types above and for raw_element, in element.ipp.
template <class E>
std::shared_ptr<body const> hold(E value);
template <class E>
E const* held(body const& from);

} // namespace detail

/// A struct of <feishu/content/card.hpp> that is an element of a card.
template <class E>
concept card_element = detail::typed_elements::has<E> || std::is_same_v<E, raw_element>;

/// Any element of a card. Copies share what they hold; it does not change.
class element {
public:
    /// An empty JSON object; something for parsers to fill in.
    FEISHU_DECL element();

    template <card_element E>
    element(E value) : body_(detail::hold<E>(std::move(value))) {}

    /// What it is: `markdown`, `button`, …
    FEISHU_DECL std::string_view tag() const;

    /// The element as its struct; null when it is another one.
    template <card_element E>
    E const* get_if() const {
        return detail::held<E>(*body_);
    }

    /// Appends its JSON. Found by json::write.
    FEISHU_DECL void append_json(std::string& out, json::level level) const;
    /// Becomes what the JSON says: by its tag, or a raw element when that is unknown or something does not fit.
    FEISHU_DECL void assign_json(boost::json::value&& value);
    /// Reports broken rules of its fields. Found by validate().
    FEISHU_DECL void append_problems(feishu::detail::field_path const& at, violations& found,
                                     check_options options) const;
    /// Shows itself and what is in it to a visitor.
    FEISHU_DECL void walk(feishu::detail::field_path const& at, detail::visitor& to) const;

private:
    std::shared_ptr<detail::body const> body_;
};

/// An element as JSON: what this library has no struct for. It is not validated.
class raw_element {
public:
    /// `json` is an object with a tag; what is no JSON at all is a problem that validation reports.
    FEISHU_DECL explicit raw_element(std::string_view json);
    FEISHU_DECL static raw_element of(boost::json::value json);

    /// The element's JSON.
    FEISHU_DECL boost::json::value const& json() const;
    /// False when the string was not JSON.
    bool valid() const { return valid_; }

private:
    raw_element() = default;

    std::shared_ptr<boost::json::value const> json_;
    bool valid_ = true;
};

} // namespace feishu::card
