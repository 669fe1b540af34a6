#pragma once

#if defined(_WIN32)
#include <winsock2.h>
#include <ws2tcpip.h>
#else
#include <arpa/inet.h>
#endif

#include <feishu/http/impl/ip_address.hpp>

namespace feishu::http::detail {

FEISHU_DECL bool is_ipv4(std::string const& text) {
    in_addr ignored{};
    return ::inet_pton(AF_INET, text.c_str(), &ignored) == 1;
}

FEISHU_DECL bool is_ipv6(std::string const& text) {
    in6_addr ignored{};
    return ::inet_pton(AF_INET6, text.c_str(), &ignored) == 1 &&
           text.find_first_not_of("0123456789abcdefABCDEF:.") == text.npos;
}

} // namespace feishu::http::detail
