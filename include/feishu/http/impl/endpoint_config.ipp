#pragma once

#include <algorithm>
#include <utility>

#include <feishu/core/impl/invalid_argument.hpp>
#include <feishu/http/impl/endpoint_config.hpp>
#include <feishu/http/impl/user_agent.hpp>

namespace feishu::http::detail {

FEISHU_DECL result<endpoint_config> make_endpoint_config(base_url url, transport_params const& params) {
    auto via = parse_proxy(params.proxy);
    if (!via)
        return std::move(via).error();
    if (!std::ranges::all_of(params.user_agent, [](char c) { return c >= ' ' && c < '\x7f'; }))
        return feishu::detail::invalid_argument("user_agent", "must be visible ASCII characters and spaces");
    tls_context tls;
    if (url.tls) {
        auto made = make_tls_context(params);
        if (!made)
            return std::move(made).error();
        tls = std::move(*made);
    }
    auto host_header = url.host_header();
    return endpoint_config{.url = std::move(url),
                           .tls = std::move(tls),
                           .via = std::move(*via),
                           .user_agent = user_agent(params.user_agent),
                           .host_header = std::move(host_header),
                           .connect_timeout = params.connect_timeout,
                           .tls_handshake_timeout = params.tls_handshake_timeout};
}

FEISHU_DECL result<endpoint_config> make_accounts_config(endpoint_config const& api,
                                                         transport_params const& params) {
    auto url = params.accounts_url.empty() ? accounts_url_of(api.url) : parse_base_url(params.accounts_url);
    if (!url)
        return feishu::detail::invalid_argument("accounts_url", url.error().violations.at(0).text);
    if (url->tls && !api.tls)
        return make_endpoint_config(std::move(*url), params);
    auto out = api;
    out.url = std::move(*url);
    out.host_header = out.url.host_header();
    if (!out.url.tls)
        out.tls = nullptr;
    return out;
}

} // namespace feishu::http::detail
