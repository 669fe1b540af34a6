#pragma once

#include <exception>
#include <utility>

#include <feishu/core/impl/guard.hpp>
#include <feishu/core/impl/invalid_argument.hpp>
#include <feishu/http/impl/transport_config.hpp>
#include <feishu/http/url.hpp>

namespace feishu::http::detail {

inline result<std::shared_ptr<transport_config const>> validated(transport_params params) {
    auto url = parse_base_url(params.base_url);
    if (!url)
        return std::move(url).error();
    auto api = make_endpoint_config(std::move(*url), params);
    if (!api)
        return std::move(api).error();
    auto accounts = make_accounts_config(*api, params);
    if (!accounts)
        return std::move(accounts).error();
    return std::make_shared<transport_config const>(std::move(params), std::move(*api), std::move(*accounts));
}

FEISHU_DECL result<std::shared_ptr<transport_config const>> make_transport_config(transport_params params) {
    try {
        return validated(std::move(params));
    } catch (...) {
        return feishu::detail::invalid_argument(
            "base_url", "cannot be used: " + feishu::detail::exception_text(std::current_exception()));
    }
}

} // namespace feishu::http::detail
