#pragma once
// user_agent: the value of the User-Agent header field.

#include <string>

#include <feishu/core/version.hpp>

namespace feishu::http::detail {

/// The User-Agent of all requests. `more` is appended unchanged.
inline std::string user_agent(std::string const& more) {
    return more.empty() ? "feishu-cpp/" FEISHU_VERSION : "feishu-cpp/" FEISHU_VERSION " " + more;
}

} // namespace feishu::http::detail
