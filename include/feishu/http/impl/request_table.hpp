#pragma once
// request_table: what a request of an endpoint consists of, as a table. Requests are built by functions that are no
// templates, compiled once.

#include <cstddef>

#include <feishu/core/endpoint.hpp>
#include <feishu/core/endpoint_spec.hpp>
#include <feishu/core/impl/member_kind.hpp>
#include <feishu/json/impl/encoder.hpp>

namespace feishu::http::detail {

enum class body_kind {
    none,
    empty_object, ///< gateways respond to some empty bodies with 411 or a parse error
    json,
    form,
    multipart,
    single ///< the value of one member
};

struct request_table {
    endpoint_spec const* spec;
    json::encoder const* type;
    location const* locations; ///< of type->members
    body_kind body;
};

// T can be a parameter: it is text, a number, or a list of those.
template <class T>
constexpr bool is_parameter() {
    using enum reflect::member_kind;
    constexpr auto kind = reflect::kind_of<T>;
    if constexpr (kind == wrapper || kind == optional || kind == list || kind == limited_list)
        return is_parameter<typename T::value_type>();
    else
        return kind == boolean || kind == number || kind == limited_number || kind == time || kind == enumeration ||
               kind == document || kind == text || kind == limited_text;
}

// What is not JSON is text or a file.
template <class E, class T>
constexpr bool fits(location where) {
    if (where == location::body && E::spec.body != body_format::raw)
        return true;
    if (feishu::detail::is_upload<T>)
        return where == location::multipart || where == location::body;
    return is_parameter<T>();
}

template <class E, template <class...> class List, class... D>
constexpr bool members_fit(List<D...>) {
    std::size_t i = 0;
    return (fits<E, reflect::member_type<E, D>>(feishu::detail::locations_of<E>[i++]) && ...);
}

template <class E>
constexpr body_kind body_kind_of() {
    static_assert(!reflect::keeps_unknown<E>, "a request has no undescribed members");
    static_assert(members_fit<E>(reflect::member_descriptors<E>{}),
                  "a path or query parameter is text, a number, or a list of those");
    if constexpr (E::spec.body == body_format::value || E::spec.body == body_format::raw) {
        static_assert(feishu::detail::count_members_in<E>(location::body) == 1,
                      "a body of format value or raw is exactly one member");
        return body_kind::single;
    } else if (feishu::detail::has_upload<E>) {
        return body_kind::multipart;
    } else if (feishu::detail::has_member_in<E>(location::form)) {
        return body_kind::form;
    } else if (feishu::detail::has_member_in<E>(location::body)) {
        return body_kind::json;
    } else {
        auto const method = E::spec.method;
        return method == verb::post || method == verb::put || method == verb::patch ? body_kind::empty_object
                                                                                    : body_kind::none;
    }
}

template <endpoint E>
inline constexpr request_table request_table_of{&E::spec, &json::encoder_of<E>, feishu::detail::locations_of<E>.data(),
                                                body_kind_of<E>()};

} // namespace feishu::http::detail
