#pragma once
// Parses a request into an endpoint struct by reflection; each member is read from path, query or JSON body,
// by its location. The parser is one non-template engine over tables, as in json/impl/binding.hpp.

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <feishu/core/catalog.hpp>
#include <feishu/core/endpoint.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/core/impl/member_kind.hpp>
#include <feishu/core/impl/presence.hpp>
#include <feishu/core/upload.hpp>
#include <feishu/core/validate.hpp>
#include <feishu/core/violation.hpp>
#include <feishu/http/message.hpp>
#include <feishu/json/impl/binding.hpp>

namespace feishu::emulator {

/// The parts of a request, not yet converted to the types of members.
struct incoming {
    std::vector<std::pair<std::string, std::string>> path{};  ///< placeholder and value, decoded
    std::vector<std::pair<std::string, std::string>> query{}; ///< in order, decoded
    std::string_view content_type{};
    std::string_view body{};
    std::vector<http::header> headers{}; ///< as received

    /// The value of a path or query parameter; null if there is none.
    FEISHU_DECL std::string const* find(std::string_view name) const;
};

namespace detail {

// One member of an endpoint.
struct parameter {
    std::string_view name;
    location where;
    json::binding const* type; // null for an upload
    void* (*get)(void* object);
    bool (*missing)(void const* object); // required, and absent
    void (*add_file)(void* object, field::upload file); // null unless it is an upload
};

template <class T>
bool is_missing(T const& member) {
    return reflect::kind_of<T> == reflect::member_kind::wrapper && !reflect::will_be_sent(member);
}

// Files of the same name are a list; of a member that is one file the last one counts.
template <class T>
void add_file_to(T& member, field::upload file) {
    if constexpr (requires { member.push_back(std::move(file)); })
        member.push_back(std::move(file));
    else
        member = std::move(file);
}

template <class E, class D>
constexpr parameter make_parameter() {
    using member = reflect::member_type<E, D>;
    parameter out{reflect::member_name<E, D>(), location_of<E, D>(), nullptr,
                  [](void* object) -> void* { return &(static_cast<E*>(object)->*D::pointer); },
                  [](void const* object) { return is_missing(static_cast<E const*>(object)->*D::pointer); }, nullptr};
    if constexpr (feishu::detail::is_upload<member>)
        out.add_file = [](void* object, field::upload file) {
            add_file_to(static_cast<E*>(object)->*D::pointer, std::move(file));
        };
    else
        out.type = &json::binding_of<member>;
    return out;
}

template <class E, template <class...> class List, class... D>
constexpr auto make_parameters(List<D...>) {
    return std::array<parameter, sizeof...(D)>{make_parameter<E, D>()...};
}

template <class E>
inline constexpr auto parameters_of = make_parameters<E>(reflect::member_descriptors<E>{});

// Only the members of the body: a path parameter in the body must be ignored.
template <class E>
inline constexpr auto body_members_of = [] {
    constexpr auto count = [] {
        std::size_t n = 0;
        for (auto const& p : parameters_of<E>)
            n += p.where == location::body ? 1u : 0u;
        return n;
    }();
    std::array<json::member_binding, count> members{};
    std::size_t n = 0;
    for (auto const& p : parameters_of<E>)
        if (p.where == location::body)
            members[n++] = {p.name, p.type, p.get};
    return members;
}();

template <class E>
inline constexpr json::binding body_binding_of = [] {
    json::binding b;
    b.kind = "an object";
    b.is_object = true;
    if constexpr (!body_members_of<E>.empty())
        b.members = body_members_of<E>;
    return b;
}();

// What the engine needs to know of an endpoint.
struct request_table {
    endpoint_spec const* spec;
    std::span<parameter const> parameters;
    json::binding const* body;
};

template <class E>
inline constexpr request_table table_of{&E::spec, parameters_of<E>, &body_binding_of<E>};

FEISHU_DECL result<violations> read_request(void* object, request_table const& table, incoming const& in);
FEISHU_DECL error refuse_fields(endpoint_spec const& spec, violations found);
// The same for a form, which only the service checks. Nothing if there are only sizes that the tenant's settings limit.
FEISHU_DECL std::optional<error> refuse_form(endpoint_spec const& spec, violations found);

} // namespace detail

/// Reads and validates a request as the platform does: types, required members, limits and the rules across
/// fields.
/// Errors: 9499 for a body that cannot be read, 99992402 for fields that the gateway rejects, 230001 or
/// 230025 for content that only the message service rejects, 234001 or 234010 for those of an upload; token endpoints
/// return 10003 for all of these, those of OAuth 2.0 20001, 20036 or 20063.
template <endpoint E>
result<E> parse_request(incoming const& in) {
    auto request = feishu::detail::unchecked_construct::make<E>();
    auto found = detail::read_request(&request, detail::table_of<E>, in);
    if (!found)
        return std::move(found).error();
    for (auto const& problem : check(request, {.closed_enums = true}))
        found->add(problem);
    if constexpr (feishu::detail::has_upload<E>) {
        if (auto refused = detail::refuse_form(E::spec, std::move(*found)))
            return std::move(*refused);
    } else if (!found->empty()) {
        return detail::refuse_fields(E::spec, std::move(*found));
    }
    return request;
}

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/gateway/parse.ipp>
#endif
