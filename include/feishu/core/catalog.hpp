#pragma once
// catalog<E...>: a compile-time list of endpoints, looked up by method and path or by id.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <feishu/core/endpoint.hpp>

namespace feishu {

/// Result of catalog::find for a method and a path.
///
/// Lifetimes: the texts in `path` refer to the spec and to the path that was passed to find.
struct route_match {
    std::size_t index = npos; ///< position in the catalog, or npos
    /// Each placeholder and its text, still percent-encoded.
    static_list<std::pair<std::string_view, std::string_view>, max_placeholders> path{};
    bool other_method = false; ///< no endpoint has this method, but one has this path with another method

    static constexpr std::size_t npos = static_cast<std::size_t>(-1);
    /// True if an endpoint has this method and path.
    constexpr bool found() const { return index != npos; }
};

namespace detail {

/// Matches a path against a template segment by segment; counts the literal segments in `literals`.
constexpr bool match_path(std::string_view pattern, std::string_view path, route_match& r, std::size_t& literals) {
    r.path = {};
    literals = 0;
    for (;;) {
        auto const pe = pattern.find('/');
        auto const se = path.find('/');
        auto const p = pattern.substr(0, pe);
        auto const s = path.substr(0, se);
        if (p.starts_with(':')) {
            if (s.empty() || r.path.size() == max_placeholders)
                return false;
            r.path.push_back({p.substr(1), s});
        } else if (p == s) {
            ++literals;
        } else {
            return false;
        }
        if ((pe == std::string_view::npos) != (se == std::string_view::npos))
            return false;
        if (pe == std::string_view::npos)
            return true;
        pattern.remove_prefix(pe + 1);
        path.remove_prefix(se + 1);
    }
}

FEISHU_DECL route_match find_route(endpoint_spec const* const* specs, std::size_t count, verb method,
                                   std::string_view path, body_format body = body_format::json);

} // namespace detail

/// A compile-time list of endpoints.
///
///     using served = feishu::catalog<im::message::create, im::message::get>;
///     auto const match = served::find(verb::get, "/open-apis/im/v1/messages/om_1");
///     if (match.found()) …                                      // served::specs[match.index]
///
/// Thread safety: it has no state.
///
/// To name a catalog costs nothing: what it lists is checked when it is used.
template <class... E>
struct catalog {
    static_assert((endpoint<E> && ...), "a catalog lists endpoints");

    static constexpr std::size_t size = sizeof...(E); ///< number of endpoints

    /// The specs in order.
    static constexpr std::array<endpoint_spec const*, sizeof...(E)> specs{&E::spec...};

    /// The endpoint that serves a request. `path` is the raw path without the query. Literal segments win over
    /// placeholders, as `/messages/merge_forward` over `/messages/:message_id`. Of endpoints that share method and
    /// path, as authen.v2.oauth.token and device_token, the first one whose body has the format of the request.
    static route_match find(verb method, std::string_view path, body_format body = body_format::json) {
        return detail::find_route(specs.data(), size, method, path, body);
    }

    /// Position of the endpoint with this id, or route_match::npos.
    static constexpr std::size_t find(std::string_view id) {
        for (std::size_t i = 0; i < size; ++i)
            if (specs[i]->id == id)
                return i;
        return route_match::npos;
    }

    /// Calls `f.template operator()<E>()` for each endpoint.
    template <class F>
    static constexpr void for_each(F&& f) {
        (f.template operator()<E>(), ...);
    }

    /// Calls `f.template operator()<E>()` for the endpoint at `index` and returns its result. Precondition:
    /// index < size.
    template <class R, class F>
    static R visit(std::size_t index, F&& f) {
        using call = R (*)(F&);
        static constexpr call calls[] = {[](F& g) -> R { return g.template operator()<E>(); }...};
        return calls[index](f);
    }

    /// The endpoints of this catalog, followed by those of `Other`.
    template <class Other>
    using with = decltype([]<class... O>(catalog<O...>) { return catalog<E..., O...>{}; }(Other{}));
};

} // namespace feishu

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/core/impl/catalog.ipp>
#endif
