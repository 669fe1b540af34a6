#pragma once
// Addresses in text form.

#include <string>

#include <feishu/core/impl/macros.hpp>

namespace feishu::http::detail {

/// True for four decimal numbers: "127.0.0.1".
FEISHU_DECL bool is_ipv4(std::string const& text);

/// True for an address of RFC 4291 without a zone id, which is only meaningful on one machine.
FEISHU_DECL bool is_ipv6(std::string const& text);

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/ip_address.ipp>
#endif
