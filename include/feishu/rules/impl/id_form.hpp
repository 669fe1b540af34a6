#pragma once
// The form of ids: `ou_…` is an open_id, `oc_…` a chat_id. Where a parameter states the type of an id
// (user_id_type, receive_id_type, member_id_type), an id of another form is a violation.

#include <cstddef>
#include <string_view>

#include <feishu/core/impl/presence.hpp>
#include <feishu/core/violation.hpp>

namespace feishu::detail {

/// The prefix of ids of this type; empty if they have no common one.
constexpr std::string_view id_prefix(std::string_view type) {
    constexpr std::string_view prefixes[][2] = {
        {"open_id", "ou_"},   {"union_id", "on_"},    {"chat_id", "oc_"},  {"chat", "oc_"},
        {"thread_id", "omt_"}, {"thread", "omt_"}, {"message_id", "om_"}, {"app_id", "cli_"},
    };
    for (auto const& [name, prefix] : prefixes)
        if (name == type)
            return prefix;
    return {};
}

/// Reports an id that does not have the form of its type; `type_name` is the parameter that states the type.
constexpr void check_id_form(violations& found, std::string_view type_name, std::string_view type,
                             violation const& place, std::string_view id) {
    auto problem = place;
    problem.rule = rule::other;
    auto const prefix = id_prefix(type);
    if (id.empty()) {
        problem.text = "must not be empty";
    } else if (!id.starts_with(prefix)) {
        problem.text = "does not match ";
        problem.text += type_name;
        problem.text += ' ';
        problem.text += type;
        problem.text += ", whose ids begin with ";
        problem.text += prefix;
    } else if (type == "email" && id.find('@') == std::string_view::npos) {
        problem.text = "does not match ";
        problem.text += type_name;
        problem.text += " email: it has no @";
    } else {
        return;
    }
    found.add(problem);
}

/// The wire name of an enumerator; `otherwise` if there is no value, empty if the value is not documented.
template <class Type>
constexpr std::string_view id_type_of(Type const& type, std::string_view otherwise) {
    if constexpr (reflect::is_wrapping<Type>) {
        return reflect::will_be_sent(type) ? id_type_of(*type, {}) : otherwise;
    } else {
        if (!type.has_value())
            return otherwise;
        return type.known() ? type.name() : std::string_view();
    }
}

/// Checks one id, or a list of ids up to the first mismatch, as required or optional members. An absent type
/// means open_id, the platform's default; a missing required type is reported by another rule.
template <class Type, class Ids>
constexpr void check_ids(violations& found, std::string_view type_name, Type const& type, std::string_view field,
                         Ids const& ids) {
    if constexpr (reflect::is_wrapping<Ids>) {
        if (reflect::will_be_sent(ids))
            check_ids(found, type_name, type, field, *ids);
    } else if constexpr (reflect::is_sequence<Ids>) {
        auto const name = id_type_of(type, field::is_required<Type> ? "" : "open_id");
        std::size_t index = 0;
        for (auto const& id : ids) {
            violation place;
            place.field = field;
            place.field += '[';
            append_decimal(place.field, static_cast<std::int64_t>(index++));
            place.field += ']';
            auto const before = found.size();
            check_id_form(found, type_name, name, place, id);
            if (found.size() != before) // the others are likely to have the same form
                return;
        }
    } else {
        violation place;
        place.field = field;
        check_id_form(found, type_name, id_type_of(type, field::is_required<Type> ? "" : "open_id"), place, ids);
    }
}

} // namespace feishu::detail
