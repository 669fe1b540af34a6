#pragma once
// The bodies of responses: an endpoint's fields in their envelope, an error with log id and troubleshooter,
// or the plain text of a gateway that found no API.

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include <feishu/core/endpoint_spec.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/impl/gateway/http_message.hpp>
#include <feishu/emulator/impl/gateway/parse.hpp>

namespace feishu::emulator::detail {

/// Why a request is refused, further members of the `error` object: `,"name":value`, and headers.
struct refusal {
    feishu::error error{};
    std::string members{};
    std::vector<http::header> headers{};
};

/// Appends `"name":"value"`. Bytes that are not UTF-8, as a request may hold, become U+FFFD.
FEISHU_DECL void append_string_member(std::string& out, std::string_view name, std::string_view value);

/// `fields` is a JSON object.
FEISHU_DECL response success_response(endpoint_spec const& spec, std::string const& fields);
FEISHU_DECL response refusal_response(refusal const& why, std::string const& log_id, incoming const& in);
/// Whether an endpoint fails as OAuth 2.0 describes.
constexpr bool speaks_oauth(endpoint_spec const& spec) { return spec.path.find("/oauth/") != spec.path.npos; }
/// The failure of an OAuth 2.0 endpoint: `code`, unless it is 0, `error` and `error_description` (RFC 6749, 5.2).
FEISHU_DECL response oauth_refusal_response(feishu::error const& why);
/// The headers of a rate limit that was exceeded.
FEISHU_DECL std::vector<http::header> rate_limit_headers(int limit, std::chrono::seconds reset);
FEISHU_DECL response text_response(int status, std::string text);

/// Completes the error of a custom handler: sets the HTTP status and the code if they are missing or cannot
/// be sent. Pages and OAuth 2.0 endpoints need no code.
FEISHU_DECL error completed_error(endpoint_spec const& spec, error from_handler);

} // namespace feishu::emulator::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/gateway/envelope.ipp>
#endif
