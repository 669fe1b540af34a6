#pragma once
// element: an element of a card of any type, as a value. Every element struct converts to it; elements that
// are unknown to this library are read and written unchanged.
//
//     card::element e = card::markdown{"**hello**"};
//     if (auto const* button = e.get_if<card::button>()) …
//
// Code that reads elements must include <feishu/content/card.hpp>, which defines all of them.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

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
struct form_container;
struct interactive_container;
// Display.
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
// All others.
class raw_element;

namespace detail {

template <class... E>
struct type_list {
    template <class T>
    static constexpr bool has = (std::is_same_v<T, E> || ...);
};

// The elements that have a struct.
using typed_elements =
    type_list<collapsible_panel, column_set, form_container, interactive_container, audio, chart, div, hr, img, img_combination,
              markdown, person, person_list, table, button, checker, date_picker, input, multi_select_person,
              multi_select_static, overflow, picker_datetime, picker_time, select_img, select_person, select_static>;

class element_body;

// Defined for the types above and for raw_element, in element.ipp.
template <class E>
std::shared_ptr<element_body const> make_body(E value);
template <class E>
E const* body_cast(element_body const& from);

} // namespace detail

/// An element type of <feishu/content/card.hpp>.
template <class E>
concept card_element = detail::typed_elements::has<E> || std::is_same_v<E, raw_element>;

/// An element of a card of any type. Immutable; copies share the value.
///
///     card::element e = card::markdown{"**hello**"};
///
/// An element that was read from JSON is written exactly as it was read. A struct copied from it
/// (`auto b = *e.get_if<card::button>()`) keeps the members that it does not describe in `unknown`.
/// Thread safety: that of a plain value; the shared value is never modified.
class element {
public:
    /// An empty JSON object, for a reader to fill in.
    FEISHU_DECL element();

    template <card_element E>
    element(E value) : body_(detail::make_body<E>(std::move(value))) {}

    /// The element's tag: `markdown`, `button`, …
    FEISHU_DECL std::string_view tag() const;

    /// The element as its struct; null if it is of another type.
    template <card_element E>
    E const* get_if() const {
        return detail::body_cast<E>(*body_);
    }

    /// Appends its JSON; called by json::write.
    FEISHU_DECL void append_json(std::string& out, json::level level) const;
    /// Assigns the value of JSON, as the struct of its tag, or as a raw element if the tag is unknown; called
    /// by json::read.
    FEISHU_DECL void assign_json(boost::json::value&& value);
    /// Reports violated rules of its fields; called by validation.
    FEISHU_DECL void append_problems(feishu::detail::field_path const& at, violations& found,
                                     check_options options) const;

private:
    std::shared_ptr<detail::element_body const> body_;
};

/// An element as JSON, for tags without a struct. Only the rules across elements are checked (see card): ids,
/// positions, counts, and the elements inside it.
class raw_element {
public:
    /// `json` is an object with a tag. Text that is not JSON is reported by validation.
    FEISHU_DECL explicit raw_element(std::string_view json);
    /// An element from a JSON object with a tag.
    FEISHU_DECL static raw_element of(boost::json::value json);

    /// The element's JSON.
    FEISHU_DECL boost::json::value const& json() const;
    /// Whether the string was JSON.
    bool valid() const { return valid_; }

private:
    raw_element() = default;

    std::shared_ptr<boost::json::value const> json_;
    bool valid_ = true;
};

} // namespace feishu::card

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/content/card/impl/element.ipp>
#endif
