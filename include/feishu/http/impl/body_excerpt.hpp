#pragma once
// body_excerpt: the beginning of an unreadable body, for error messages.

#include <cstddef>
#include <string>
#include <string_view>

#include <feishu/core/impl/macros.hpp>

namespace feishu::http::detail {

/// How much of an unreadable body an error shows.
inline constexpr std::size_t excerpt_bytes = 200;

/// ": <!DOCTYPE html>…" for an error message, from the beginning of a body, which may end inside a character.
/// Bytes that are not UTF-8 and control characters are replaced; values whose JSON names are those of tokens
/// and secrets are, too.
FEISHU_DECL std::string body_excerpt(std::string_view beginning, std::string_view content_type);

/// True for "tenant_access_token", "app_secret", "app_ticket" …
FEISHU_DECL bool is_secret_name(std::string_view name);

/// The first `most` bytes of a text, with `?` for control characters and what is not UTF-8.
FEISHU_DECL std::string printable_beginning(std::string_view text, std::size_t most);

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/body_excerpt.ipp>
#endif
