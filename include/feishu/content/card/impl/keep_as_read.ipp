#pragma once

#include <algorithm>
#include <string_view>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <feishu/content/card/impl/card_values.hpp>
#include <feishu/content/card/impl/keep_as_read.hpp>
#include <feishu/content/card/impl/walk.hpp>

namespace feishu::card::detail {

inline bool fits_entries(json::binding const& list, boost::json::value const& from) {
    return std::ranges::none_of(from.get_array(), [&](auto const& entry) {
        auto const& type = leaf(*list.element);
        return (entry.is_null() && type.assign == nullptr) || fit_of(type, entry) == fit::none;
    });
}

// A member of an object with unknown members: true if it has to move there.
inline bool is_lost(json::binding const& type, boost::json::value const& from) {
    return (from.is_null() && type.assign == nullptr) ||
           (from.is_array() && type.append != nullptr && !fits_entries(type, from));
}

inline void keep_members(json::binding const& type, void* object, boost::json::object const& from) {
    for (auto const& described : type.members) {
        auto const* const value = from.if_contains(described.name);
        if (value == nullptr)
            continue;
        void* const member = described.get(object);
        if (!is_lost(leaf(*described.type), *value)) {
            keep_as_read(*described.type, member, *value);
        } else if (type.unknown != nullptr) {
            if (described.type->clear != nullptr)
                described.type->clear(member);
            (*type.unknown(object))[described.name] = *value;
        }
    }
}

FEISHU_DECL void keep_as_read(json::binding const& type, void* object, boost::json::value const& from) {
    if (from.is_object() && leaf(type).is_object && leaf(type).assign == nullptr) {
        if (type.inner != nullptr)
            return keep_as_read(*type.element, type.inner(object), from);
        keep_members(type, object, from.get_object());
    }
}

} // namespace feishu::card::detail
