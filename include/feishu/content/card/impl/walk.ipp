#pragma once

#include <algorithm>
#include <array>
#include <cstddef>

#include <boost/json/array.hpp>

#include <feishu/content/card/containers.hpp>
#include <feishu/content/card/display_elements.hpp>
#include <feishu/content/card/header.hpp>
#include <feishu/content/card/impl/walk.hpp>
#include <feishu/content/card/interactive.hpp>

namespace feishu::card::detail {

struct tag_binding {
    std::string_view tag;
    json::binding const* type;
};

template <class... E>
constexpr auto tag_bindings_of(type_list<E...>) {
    return std::array{tag_binding{E::tag, &json::binding_of<E>}...};
}

FEISHU_DECL json::binding const* type_of_tag(std::string_view tag) {
    static constexpr auto elements = tag_bindings_of(typed_elements());
    for (auto const& one : elements)
        if (one.tag == tag)
            return one.type;
    return tag == column::tag     ? &json::binding_of<column>
           : tag == text_tag::tag ? &json::binding_of<text_tag>
                                  : nullptr;
}

FEISHU_DECL std::string_view string_member(boost::json::object const& from, std::string_view name) {
    auto const* const value = from.if_contains(name);
    auto const* const text = value != nullptr ? value->if_string() : nullptr;
    return text != nullptr ? view(*text) : std::string_view();
}

class walker {
public:
    explicit walker(visitor& to) : to_(to) {}

    void value(json::binding const& described, boost::json::value const& from, feishu::detail::field_path const& at) {
        auto const& type = leaf(described);
        if (&type == &json::binding_of<element>)
            element_value(from, at, false);
        else if (&type == &json::binding_of<text> && from.is_object())
            text_object(from.get_object(), at);
        else if (type.append != nullptr && from.is_array())
            items(from.get_array(), at, [&](auto const& item, auto const& path) { value(*type.element, item, path); });
        else if (type.insert != nullptr && from.is_object())
            for (auto const& entry : from.get_object())
                value(*type.element, entry.value(), feishu::detail::field_path{&at, view(entry.key())});
        else if (type.is_object && !type.members.empty() && from.is_object())
            object(type, from.get_object(), at);
        else if (type.assign == nullptr) // of another JSON type than described
            undescribed(from, at);
    }

private:
    void members(json::binding const* type, std::string_view tag, boost::json::object const& from,
                 feishu::detail::field_path const& at) {
        for (auto const& entry : from) {
            auto const name = view(entry.key());
            auto const* const described = type != nullptr ? find(*type, name) : nullptr;
            feishu::detail::field_path const path{&at, name};
            to_.on_member({type, tag, name, entry.value(), described}, path);
            if (described != nullptr)
                value(*described->type, entry.value(), path);
            else if (name != "value" && name != "chart_spec" && name != "fallback") // not elements of the card
                undescribed(entry.value(), path);
        }
    }

    static json::member_binding const* find(json::binding const& type, std::string_view name) {
        auto const found = std::ranges::find(type.members, name, &json::member_binding::name);
        return found != type.members.end() ? &*found : nullptr;
    }

    template <class Visit>
    void items(boost::json::array const& from, feishu::detail::field_path const& at, Visit visit) {
        std::size_t index = 0;
        for (auto const& item : from)
            visit(item, feishu::detail::field_path{&at, {}, index++});
    }

    void object(json::binding const& type, boost::json::object const& from, feishu::detail::field_path const& at) {
        if (&type == &json::binding_of<column>)
            enter({column::tag, from, &type, false}, at);
        else if (&type == &json::binding_of<text_tag>)
            enter({text_tag::tag, from, &type, false}, at);
        else
            members(&type, string_member(from, "tag"), from, at);
    }

    void element_value(boost::json::value const& from, feishu::detail::field_path const& at, bool undescribed) {
        auto const* const json = from.if_object();
        if (json == nullptr)
            return;
        auto const tag = string_member(*json, "tag");
        if (tag == "plain_text" || tag == "lark_md")
            text_object(*json, at);
        else
            enter({tag, *json, type_of_tag(tag), undescribed}, at);
    }

    void enter(component const& one, feishu::detail::field_path const& at) {
        auto const outer = owner_;
        owner_ = one.tag;
        to_.enter(one, at);
        members(one.type, one.tag, one.json, at);
        to_.leave(one, at);
        owner_ = outer;
    }

    void text_object(boost::json::object const& from, feishu::detail::field_path const& at) {
        to_.on_text(from, owner_, at);
        members(&json::binding_of<text>, string_member(from, "tag"), from, at);
    }

    // Finds elements in a value that no binding describes.
    void undescribed(boost::json::value const& from, feishu::detail::field_path const& at) {
        if (auto const* const list = from.if_array()) {
            items(*list, at, [&](auto const& item, auto const& path) { undescribed(item, path); });
        } else if (auto const* const json = from.if_object()) {
            auto const tag = string_member(*json, "tag");
            if (tag == "standard_icon" || tag == "custom_icon")
                return;
            if (tag.empty())
                members(nullptr, {}, *json, at);
            else
                element_value(from, at, true);
        }
    }

    visitor& to_;
    std::string_view owner_; // tag of the component that is open
};

FEISHU_DECL void walk(json::binding const& type, boost::json::value const& from, visitor& to) {
    walker(to).value(type, from, feishu::detail::field_path{});
}

} // namespace feishu::card::detail
