#pragma once
// OpenAPI 3.1 documents of endpoint and event structs, by reflection: what a struct says is all there is, its method,
// path, parameters, types, limits, defaults, enums, tokens, scopes, rate limits, error codes. Shared structs are
// written out where they are used.
//
//     boost::json::serialize(feishu::openapi::document_of<feishu::all, feishu::all_events>({"Messaging", "1.0.0"}))

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <string_view>
#include <utility>

#include <boost/json/object.hpp>

#include <feishu/core/catalog.hpp>
#include <feishu/openapi/impl/operation.hpp>

namespace feishu::openapi {

/// The `info` of a document.
struct document_info {
    std::string_view title{};
    std::string_view version{};
};

namespace detail {

// The schemes of authorization that the endpoints use.
template <class Endpoints>
json::object security_schemes() {
    json::object out;
    Endpoints::for_each([&]<class E>() {
        for (auto const& [kind, name] : token_names)
            if (feishu::accepts(E::spec.tokens, kind))
                out[text(name)] = {{"type", "http"}, {"scheme", "bearer"}};
        if (E::spec.basic_auth)
            out["app_credentials"] = {{"type", "http"}, {"scheme", "basic"}};
    });
    return out;
}

} // namespace detail

/// The document of a catalog of endpoints and one of events.
/// Thread safety: safe.
template <class Endpoints, class Events = catalog<>>
boost::json::object document_of(document_info const& about) {
    boost::json::object paths;
    Endpoints::for_each([&]<class E>() {
        auto& item = paths[detail::template_of(E::spec.path)];
        if (!item.is_object())
            item = boost::json::object();
        detail::add_operation<E>(item.get_object());
    });
    boost::json::object webhooks;
    Events::for_each([&]<class E>() {
        webhooks[detail::text(E::spec.type)] = {{"post", detail::webhook_of<E>()}};
    });
    boost::json::object out{
        {"openapi", "3.1.0"},
        {"info", {{"title", detail::text(about.title)}, {"version", detail::text(about.version)}}},
        {"paths", std::move(paths)}};
    if (!webhooks.empty())
        out["webhooks"] = std::move(webhooks);
    if (auto schemes = detail::security_schemes<Endpoints>(); !schemes.empty())
        out["components"] = {{"securitySchemes", std::move(schemes)}};
    return out;
}

} // namespace feishu::openapi
