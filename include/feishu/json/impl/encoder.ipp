#pragma once

#include <algorithm>
#include <functional>

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <feishu/core/timestamp.hpp>
#include <feishu/core/upload.hpp>
#include <feishu/json/impl/encoder.hpp>

namespace feishu::json::detail {

FEISHU_DECL std::string_view string_of(void const* self) { return encoded<std::string>(self); }

FEISHU_DECL bool is_sent(encoder const& type, void const* value) {
    using enum reflect::member_kind;
    switch (type.kind) {
    case wrapper:
    case optional: {
        auto const* inside = type.inner(value);
        return inside != nullptr && is_sent(*type.element, inside);
    }
    case enumeration:
    case limited_list: return type.has_value(value);
    case time: return encoded<std::int64_t>(value) != 0;
    case upload: return encoded<field::upload>(value).source() != nullptr;
    default: return type.kind != unknown_members;
    }
}

FEISHU_DECL bool is_empty(encoder const& type, void const* value) {
    using enum reflect::member_kind;
    switch (type.kind) {
    case wrapper:
    case optional: {
        auto const* inside = type.inner(value);
        return inside == nullptr || is_empty(*type.element, inside);
    }
    case enumeration:
    case time:
    case upload: return !is_sent(type, value);
    case text:
    case limited_text: return type.text(value).empty();
    case document: return type.document(value)->empty();
    case json_value: return encoded<boost::json::value>(value).is_null();
    case json_object: return encoded<boost::json::object>(value).empty();
    default: break;
    }
    if (type.block != nullptr)
        return type.block(value).count == 0;
    return type.is_empty != nullptr && type.is_empty(value);
}

// The member in a new object; null where its value there does not depend on the object.
inline void const* fresh_member(encoder const& type, member_encoder const& member) {
    return type.fresh != nullptr ? member.of(type.fresh()) : nullptr;
}

// True when the value is what it is in a new object.
inline bool is_untouched(encoder const& type, void const* value, void const* fresh) {
    using enum reflect::member_kind;
    switch (type.kind) {
    case boolean: return encoded<bool>(value) == encoded<bool>(fresh);
    case number:
    case limited_number: return visit_number(type, value, [&](auto n) {
        return visit_number(type, fresh, [n](auto other) { return std::equal_to<>()(n, static_cast<decltype(n)>(other)); });
    });
    case object:
        return std::all_of(type.members, type.members + type.member_count, [&](member_encoder const& member) {
            return is_untouched(*member.type, member.of(value), fresh_member(type, member));
        }) && (type.unknown == nullptr || type.unknown(value)->empty());
    default: return is_empty(type, value);
    }
}

FEISHU_DECL bool gives_way(encoder const& type, member_encoder const& member, void const* object) {
    if (type.unknown == nullptr)
        return false;
    auto const& unknown = *type.unknown(object);
    return !unknown.empty() && unknown.contains({member.name.data(), member.name.size()}) &&
           is_untouched(*member.type, member.of(object), fresh_member(type, member));
}

FEISHU_DECL bool writes_member(encoder const& type, void const* object, std::string_view name) {
    for (std::size_t i = 0; i < type.member_count; ++i) {
        auto const& member = type.members[i];
        if (member.name == name)
            return is_sent(*member.type, member.of(object)) && !gives_way(type, member, object);
    }
    return false;
}

} // namespace feishu::json::detail
