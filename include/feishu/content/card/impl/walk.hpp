#pragma once
// Traversal of a card as JSON: a visitor sees every element, column, tag, text and member in document order,
// with its path. The bindings of the card's structs describe the members; members that they do not describe
// are searched for elements as well.

#include <string_view>

#include <boost/json/object.hpp>
#include <boost/json/string.hpp>
#include <boost/json/value.hpp>

#include <feishu/core/impl/macros.hpp>
#include <feishu/core/validate.hpp>
#include <feishu/json/impl/binding.hpp>

namespace feishu::card::detail {

/// An element, column or tag.
struct component {
    std::string_view tag;             ///< empty if it has none
    boost::json::object const& json;
    json::binding const* type;        ///< null: an unknown tag
    bool undescribed;                 ///< found where the bindings describe no element
};

/// One member of an object.
struct member {
    json::binding const* owner;             ///< of the object; null: unknown
    std::string_view owner_tag;             ///< the object's tag, if it has one
    std::string_view name;
    boost::json::value const& value;
    json::member_binding const* described;  ///< null: not a member that the struct describes
};

/// Called during a walk; members do nothing by default.
class visitor {
public:
    virtual ~visitor() = default;
    virtual void enter(component const&, feishu::detail::field_path const&) {}
    virtual void leave(component const&, feishu::detail::field_path const&) {}
    /// A text object; `owner` is the tag of the component around it.
    virtual void on_text(boost::json::object const&, std::string_view /*owner*/, feishu::detail::field_path const&) {}
    virtual void on_member(member const&, feishu::detail::field_path const&) {}
};

/// Visits a value of the given type, a card or a part of one.
FEISHU_DECL void walk(json::binding const& type, boost::json::value const& from, visitor& to);

/// The binding of an element, column or tag; null for an unknown tag.
FEISHU_DECL json::binding const* type_of_tag(std::string_view tag);

/// A string member, empty if there is no such string.
FEISHU_DECL std::string_view string_member(boost::json::object const& from, std::string_view name);

/// The type of the value inside optional and required.
inline json::binding const& leaf(json::binding const& type) {
    auto const* inner = &type;
    while (inner->inner != nullptr)
        inner = inner->element;
    return *inner;
}

inline std::string_view view(boost::json::string const& text) { return {text.data(), text.size()}; }
inline std::string_view view(boost::json::string_view text) { return {text.data(), text.size()}; }

} // namespace feishu::card::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/content/card/impl/walk.ipp>
#endif
