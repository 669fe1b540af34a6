#pragma once
// Where a redirect points, for an error message: redirects are not followed, so that a token is sent to no other host.

#include <string>
#include <string_view>

#include <feishu/core/impl/macros.hpp>

namespace feishu::http::detail {

/// Scheme, host and path of a Location field: at most 200 visible ASCII characters, without credentials, query and
/// fragment, which may be secret. The path is left out where `path`, the template of the endpoint, has a secret parameter.
FEISHU_DECL std::string redirect_target(std::string_view location, std::string_view path);

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/redirect_target.ipp>
#endif
