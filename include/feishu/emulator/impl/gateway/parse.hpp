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
    json::binding const* type;                          // null for an upload
    void const* pointer;                                // refers to the pointer to member
    bool (*missing)(void const* member);                // null if it is not required
    void (*add_file)(void* member, field::upload file); // null unless it is an upload

    void* of(void* object) const { return static_cast<char*>(object) + reflect::offset_of(pointer); }
    bool is_missing(void* object) const { return missing != nullptr && missing(of(object)); }
};

// The functions are those of the member's type: they are compiled once for all members that have it.
template <class T>
bool is_absent(void const* member) {
    return !reflect::will_be_sent(*static_cast<T const*>(member));
}

// Files of the same name are a list; of a member that is one file the last one counts.
template <class T>
void add_file_to(void* member, field::upload file) {
    auto& to = *static_cast<T*>(member);
    if constexpr (requires { to.push_back(std::move(file)); })
        to.push_back(std::move(file));
    else
        to = std::move(file);
}

template <class E, class D>
constexpr parameter make_parameter() {
    using member = reflect::member_type<E, D>;
    parameter out{reflect::member_name<E, D>(),
                  location_of<E, D>(),
                  nullptr,
                  reflect::pointer_to<E, D>(),
                  nullptr,
                  nullptr};
    if constexpr (reflect::kind_of<member> == reflect::member_kind::wrapper)
        out.missing = &is_absent<member>;
    if constexpr (feishu::detail::is_upload<member>)
        out.add_file = &add_file_to<member>;
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
            members[n++] = {p.name, p.type, nullptr, p.pointer};
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
    bool is_form; // has an upload
    violations (*check)(void const* object);
    void* (*make)();
    void (*destroy)(void* object);
};

template <class E>
violations check_request(void const* object) {
    return feishu::check(*static_cast<E const*>(object), {.closed_enums = true});
}
template <class E>
void* make_request() {
    return new E(feishu::detail::unchecked_construct::make<E>());
}
template <class E>
void destroy_request(void* object) {
    delete static_cast<E*>(object);
}

template <class E>
inline constexpr request_table table_of{
    &E::spec,          parameters_of<E>, &body_binding_of<E>, feishu::detail::has_upload<E>,
    &check_request<E>, &make_request<E>, &destroy_request<E>};

// Reads and validates a request of any endpoint into an object that was made by `table`.
FEISHU_DECL std::optional<error> parse_object(void* object, request_table const& table, incoming const& in);

} // namespace detail

/// Reads and validates a request as the platform does: types, required members, limits and the rules across
/// fields.
/// Errors: 9499 for a body that cannot be read, 99992402 for fields that the gateway rejects, 230001 or
/// 230025 for content that only the message service rejects, 234001 or 234010 for those of an upload; token endpoints
/// return 10003 for all of these, those of OAuth 2.0 20001, 20036 or 20063.
template <endpoint E>
result<E> parse_request(incoming const& in) {
    auto request = feishu::detail::unchecked_construct::make<E>();
    if (auto refused = detail::parse_object(&request, detail::table_of<E>, in))
        return std::move(*refused);
    return request;
}

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/gateway/parse.ipp>
#endif
