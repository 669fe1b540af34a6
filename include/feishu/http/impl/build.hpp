#pragma once
// build(endpoint): the HTTP request of an endpoint struct, without the Authorization header.

#include <concepts>
#include <string>
#include <string_view>

#include <feishu/core/endpoint.hpp>
#include <feishu/http/impl/multipart.hpp>
#include <feishu/http/impl/random.hpp>
#include <feishu/http/message.hpp>
#include <feishu/http/target.hpp>
#include <feishu/json/write.hpp>

namespace feishu::http {

namespace detail {

template <class E>
struct body_members {
    template <class Descriptor>
    static constexpr bool keep = location_of<E, Descriptor>() == location::body;
};

template <class T, class F>
void with_upload(T const& member, F const& f) {
    if (!reflect::will_be_sent(member))
        return;
    if constexpr (reflect::kind_of<T> == reflect::member_kind::upload)
        f(member);
    else if constexpr (reflect::is_sequence<T>)
        for (auto const& file : member)
            with_upload(file, f);
    else
        with_upload(*member, f);
}

template <endpoint E>
void build_multipart(request& out, E const& e) {
    multipart_builder form("feishu-" + random_hex(24));
    reflect::for_each_member<E>([&](auto d) {
        constexpr auto name = reflect::member_name<E, decltype(d)>();
        if constexpr (location_of<E, decltype(d)>() == location::multipart) {
            auto const& member = e.*d.pointer;
            if constexpr (feishu::detail::is_upload<std::remove_cvref_t<decltype(member)>>)
                with_upload(member, [&](field::upload const& file) { form.add_file(name, file); });
            else
                as_text(member, [&](std::string_view text) { form.add_field(name, text); });
        }
    });
    out.headers.push_back({"Content-Type", form.content_type()});
    out.source = form.finish();
}

// A list is one field for each entry.
template <endpoint E>
void append_headers(request& out, E const& e) {
    reflect::for_each_member<E>([&](auto d) {
        if constexpr (location_of<E, decltype(d)>() == location::header)
            as_text(e.*d.pointer, [&](std::string_view text) {
                out.headers.push_back({reflect::member_name<E, decltype(d)>(), text});
            });
    });
}

// The body is the value of one member.
template <endpoint E>
void build_single(request& out, E const& e) {
    static_assert(feishu::detail::count_members_in<E>(location::body) == 1,
                  "a body of format value or raw is exactly one member");
    reflect::for_each_member<E>([&](auto d) {
        if constexpr (location_of<E, decltype(d)>() == location::body) {
            auto const& member = e.*d.pointer;
            using type = std::remove_cvref_t<decltype(member)>;
            if (!reflect::will_be_sent(member))
                return;
            if constexpr (E::spec.body == body_format::value)
                json::write<type>(out.body, member);
            else if constexpr (feishu::detail::is_upload<type>)
                with_upload(member, [&](field::upload const& file) { out.source = whole_file(file); });
            else
                as_text(member, [&](std::string_view text) { out.body += text; });
            out.headers.push_back({"Content-Type", std::string(E::spec.body == body_format::value
                                                                   ? "application/json; charset=utf-8"
                                                                   : E::spec.content_type)});
        }
    });
}

} // namespace detail

/// Host, method, target, body and Content-Type of an endpoint. Members of the body are in the order of the
/// struct.
template <endpoint E>
request build(E const& e) {
    request out;
    out.host = E::spec.host;
    out.method = E::spec.method;
    out.target = target_of(e);
    if constexpr (!E::spec.headers.empty())
        detail::append_headers(out, e);
    if constexpr (E::spec.body == body_format::value || E::spec.body == body_format::raw) {
        detail::build_single(out, e);
    } else if constexpr (feishu::detail::has_upload<E>) {
        detail::build_multipart(out, e);
    } else if constexpr (has_form_body<E>()) {
        detail::append_pairs<location::form>(out.body, e);
        out.headers.push_back({"Content-Type", "application/x-www-form-urlencoded"});
    } else if constexpr (has_json_body<E>()) {
        json::detail::append_members<json::level::plain, detail::body_members<E>>(out.body, e, {});
        out.headers.push_back({"Content-Type", "application/json; charset=utf-8"});
    } else if constexpr (E::spec.method == verb::post || E::spec.method == verb::put ||
                         E::spec.method == verb::patch) {
        out.body = "{}"; // gateways respond to some empty bodies with 411 or a parse error
        out.headers.push_back({"Content-Type", "application/json; charset=utf-8"});
    }
    return out;
}

} // namespace feishu::http
