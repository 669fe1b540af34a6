#pragma once
// Pages for browsers: HTML without scripts.

#include <string>
#include <string_view>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/impl/gateway/http_message.hpp>

namespace feishu::emulator::detail {

/// Text for an element, or for an attribute in quotes. Control characters, which HTML does not allow, are left out.
FEISHU_DECL std::string escape_html(std::string_view text);

/// A page; `title` is text, `body` HTML. Other sites cannot embed it.
FEISHU_DECL response html_page(int status, std::string_view title, std::string_view body);
/// The page that says why a request was refused.
FEISHU_DECL response error_page(error const& why);
/// A redirect after a form, to a URL of visible ASCII.
FEISHU_DECL response redirect_to(std::string url);

} // namespace feishu::emulator::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/pages/html.ipp>
#endif
