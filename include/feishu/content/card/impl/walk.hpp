#pragma once
// How a card is looked over: a visitor sees every element, column and text in order, with its path. For the bodies of
// <feishu/content/card.hpp>; programs do not need it.

#include <optional>
#include <string_view>
#include <type_traits>

#include <feishu/content/card/element.hpp>
#include <feishu/content/card/text.hpp>
#include <feishu/core/impl/describe.hpp>
#include <feishu/core/impl/member_kind.hpp>
#include <feishu/core/validate.hpp>
#include <feishu/json/write.hpp>

namespace feishu::card::detail {

// What is known of an element, column or tag without its type.
struct component {
    std::string_view tag{};
    std::string_view element_id{};
    std::string_view name{};
    std::string_view audio_id{};
    std::string_view content{}; // of markdown
    bool takes_name = false;    // it has a name, given or not
    bool form_only = false;     // it chooses several
    bool acts_on_form = false;
    bool submits = false;
};

class visitor {
public:
    virtual ~visitor() = default;
    virtual void enter(component const&, feishu::detail::field_path const&) {}
    virtual void leave(component const&, feishu::detail::field_path const&) {}
    virtual void on_text(text const&, feishu::detail::field_path const&) {}
};

template <class T>
std::string_view view_of(T const& value) {
    if constexpr (field::is_required<T>)
        return view_of(value.value());
    else if constexpr (requires { value.has_value(); *value; })
        return value ? view_of(*value) : std::string_view();
    else
        return std::string_view(value);
}

template <class T>
component describe(T const& value) {
    component c;
    c.tag = T::tag;
    if constexpr (requires { value.element_id; })
        c.element_id = view_of(value.element_id);
    if constexpr (requires { value.name; }) {
        c.name = view_of(value.name);
        c.takes_name = true;
    }
    if constexpr (requires { value.audio_id; })
        c.audio_id = view_of(value.audio_id);
    if constexpr (requires { value.content; })
        c.content = view_of(value.content);
    if constexpr (requires { value.multi_select; })
        c.form_only = value.multi_select.value_or(false);
    else
        c.form_only = T::tag.starts_with("multi_select_");
    if constexpr (requires { value.form_action_type; }) {
        c.acts_on_form = value.form_action_type.has_value();
        c.submits = value.form_action_type.str() == "submit";
    }
    return c;
}

template <class T>
void walk(T const& value, feishu::detail::field_path const& at, visitor& to) {
    constexpr auto kind = reflect::kind_of<T>;
    if constexpr (std::is_same_v<T, element>) {
        value.walk(at, to);
    } else if constexpr (kind == reflect::member_kind::wrapper) {
        walk(value.value(), at, to);
    } else if constexpr (kind == reflect::member_kind::optional) {
        if (value.has_value())
            walk(*value, at, to);
    } else if constexpr (reflect::is_sequence<T>) {
        std::size_t index = 0;
        for (auto const& item : value)
            walk(item, feishu::detail::field_path{&at, {}, index++}, to);
    } else if constexpr (kind == reflect::member_kind::map) {
        for (auto const& [key, item] : value)
            walk(item, feishu::detail::field_path{&at, key}, to);
    } else if constexpr (std::is_same_v<T, text>) {
        to.on_text(value, at);
    } else if constexpr (kind == reflect::member_kind::object) {
        auto const members = [&] {
            reflect::for_each_member<T>([&](auto d) {
                walk(value.*d.pointer, feishu::detail::field_path{&at, reflect::member_name<T, decltype(d)>()}, to);
            });
        };
        if constexpr (json::detail::tagged<T>) {
            auto const self = describe(value);
            to.enter(self, at);
            members();
            to.leave(self, at);
        } else {
            members();
        }
    }
}

} // namespace feishu::card::detail
