#pragma once
// Reads elements from JSON, by their tag.

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <boost/json/value.hpp>

#include <feishu/content/card/containers.hpp>
#include <feishu/content/card/display_elements.hpp>
#include <feishu/content/card/element.hpp>
#include <feishu/content/card/impl/element.ipp>
#include <feishu/content/card/impl/element_body.hpp>
#include <feishu/content/card/impl/keep_as_read.hpp>
#include <feishu/content/card/impl/rules.ipp>
#include <feishu/content/card/interactive.hpp>
#include <feishu/json/read.hpp>

namespace feishu::card {
namespace detail {

// Null if the JSON is not an object.
template <class E>
std::shared_ptr<element_body const> read_as(boost::json::value& from) {
    std::string text;
    json::detail::append_json(text, from, false);
    auto value = json::read<E>(text);
    if (value)
        keep_as_read(json::binding_of<E>, &*value, from);
    return value ? std::make_shared<typed_body<E> const>(std::move(*value), std::move(from)) : nullptr;
}

struct element_reader {
    std::string_view tag;
    std::shared_ptr<element_body const> (*read)(boost::json::value& from);
};

template <class... E>
constexpr std::array<element_reader, sizeof...(E)> readers_of(type_list<E...>) {
    return {element_reader{E::tag, &read_as<E>}...};
}

} // namespace detail

FEISHU_DECL void element::assign_json(boost::json::value&& value) {
    static constexpr auto readers = detail::readers_of(detail::typed_elements());
    body_ = nullptr;
    for (auto const& reader : readers)
        if (reader.tag == detail::tag_of(value)) {
            body_ = reader.read(value);
            break;
        }
    if (body_ == nullptr)
        body_ = detail::make_body(raw_element::of(std::move(value)));
}

#ifdef FEISHU_SEPARATE_COMPILATION
namespace detail {

// Explicit instantiations for files that see only the declarations.
template std::shared_ptr<element_body const> make_body(collapsible_panel);
template std::shared_ptr<element_body const> make_body(column_set);
template std::shared_ptr<element_body const> make_body(form_container);
template std::shared_ptr<element_body const> make_body(interactive_container);
template std::shared_ptr<element_body const> make_body(audio);
template std::shared_ptr<element_body const> make_body(chart);
template std::shared_ptr<element_body const> make_body(div);
template std::shared_ptr<element_body const> make_body(hr);
template std::shared_ptr<element_body const> make_body(img);
template std::shared_ptr<element_body const> make_body(img_combination);
template std::shared_ptr<element_body const> make_body(markdown);
template std::shared_ptr<element_body const> make_body(person);
template std::shared_ptr<element_body const> make_body(person_list);
template std::shared_ptr<element_body const> make_body(table);
template std::shared_ptr<element_body const> make_body(button);
template std::shared_ptr<element_body const> make_body(checker);
template std::shared_ptr<element_body const> make_body(date_picker);
template std::shared_ptr<element_body const> make_body(input);
template std::shared_ptr<element_body const> make_body(multi_select_person);
template std::shared_ptr<element_body const> make_body(multi_select_static);
template std::shared_ptr<element_body const> make_body(overflow);
template std::shared_ptr<element_body const> make_body(picker_datetime);
template std::shared_ptr<element_body const> make_body(picker_time);
template std::shared_ptr<element_body const> make_body(select_img);
template std::shared_ptr<element_body const> make_body(select_person);
template std::shared_ptr<element_body const> make_body(select_static);
template std::shared_ptr<element_body const> make_body(raw_element);
template collapsible_panel const* body_cast(element_body const&);
template column_set const* body_cast(element_body const&);
template form_container const* body_cast(element_body const&);
template interactive_container const* body_cast(element_body const&);
template audio const* body_cast(element_body const&);
template chart const* body_cast(element_body const&);
template div const* body_cast(element_body const&);
template hr const* body_cast(element_body const&);
template img const* body_cast(element_body const&);
template img_combination const* body_cast(element_body const&);
template markdown const* body_cast(element_body const&);
template person const* body_cast(element_body const&);
template person_list const* body_cast(element_body const&);
template table const* body_cast(element_body const&);
template button const* body_cast(element_body const&);
template checker const* body_cast(element_body const&);
template date_picker const* body_cast(element_body const&);
template input const* body_cast(element_body const&);
template multi_select_person const* body_cast(element_body const&);
template multi_select_static const* body_cast(element_body const&);
template overflow const* body_cast(element_body const&);
template picker_datetime const* body_cast(element_body const&);
template picker_time const* body_cast(element_body const&);
template select_img const* body_cast(element_body const&);
template select_person const* body_cast(element_body const&);
template select_static const* body_cast(element_body const&);
template raw_element const* body_cast(element_body const&);

} // namespace detail
#endif

} // namespace feishu::card
