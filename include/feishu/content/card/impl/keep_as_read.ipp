#pragma once

#include <algorithm>
#include <string_view>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <feishu/content/card/impl/card_values.hpp>
#include <feishu/content/card/impl/keep_as_read.hpp>
#include <feishu/content/card/impl/walk.hpp>

namespace feishu::card::detail {

inline bool is_lost(json::binding const& type, boost::json::value const& from) {
    if (type.assign != nullptr)
        return type.is_object && !from.is_object();
    bool const is_text = type.on_double == nullptr && type.on_bool == nullptr && type.on_string != nullptr;
    bool const is_empty = from.is_string() && from.get_string().empty();
    if (from.is_null() || (is_empty && !is_text) || fit_of(type, from) == fit::none)
        return true;
    if (auto const* const object = from.if_object();
        object != nullptr && !type.constant.empty() && object->contains("tag") &&
        type_of_tag(string_member(*object, "tag")) != &type)
        return true; // another tag than that of the struct
    auto const is_odd = [&](boost::json::value const& entry) { return is_lost(leaf(*type.element), entry); };
    if (type.append != nullptr && from.is_array())
        return std::ranges::any_of(from.get_array(), is_odd);
    return type.insert != nullptr && from.is_object() &&
           std::ranges::any_of(from.get_object(), is_odd, [](auto const& entry) { return entry.value(); });
}

// Handles the members of an object: those that the reader discarded are added to its unknown members.
inline void keep_members(json::binding const& type, void* object, boost::json::object const& from) {
    for (auto const& described : type.members) {
        auto const* const value = from.if_contains(described.name);
        if (value == nullptr)
            continue;
        void* const member = described.get(object);
        if (!is_lost(leaf(*described.type), *value)) {
            keep_as_read(*described.type, member, *value);
        } else if (type.unknown != nullptr) {
            described.type->reset(member);
            (*type.unknown(object))[described.name] = *value;
        }
    }
}

FEISHU_DECL void keep_as_read(json::binding const& type, void* object, boost::json::value const& from) {
    auto const& own = leaf(type);
    if (!from.is_object() || own.assign != nullptr || !(own.is_object || own.insert != nullptr))
        return;
    if (type.inner != nullptr)
        keep_as_read(*type.element, type.inner(object), from);
    else if (own.is_object)
        keep_members(type, object, from.get_object());
    else
        for (auto const& entry : from.get_object())
            keep_as_read(*type.element, type.insert(object, view(entry.key())), entry.value());
}

} // namespace feishu::card::detail
