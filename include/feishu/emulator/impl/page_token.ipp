#pragma once

#include <charconv>

#include <feishu/emulator/impl/page_token.hpp>

namespace feishu::emulator {
namespace detail {

// FNV-1a: a check against mistakes, not against attackers.
inline std::uint64_t token_check(std::string_view query, std::string_view position) {
    std::uint64_t hash = 0xcbf29ce484222325u;
    for (auto const text : {query, std::string_view("\n"), position})
        for (char const c : text) {
            hash ^= static_cast<unsigned char>(c);
            hash *= 0x100000001b3u;
        }
    return hash;
}

inline std::string hex16(std::uint64_t value) {
    std::string out(16, '0');
    for (auto at = out.rbegin(); at != out.rend(); ++at, value >>= 4)
        *at = "0123456789abcdef"[value & 15];
    return out;
}

} // namespace detail

FEISHU_DECL std::string make_page_token(std::string_view query, std::uint64_t position) {
    auto const digits = detail::hex16(position);
    return digits + detail::hex16(detail::token_check(query, digits));
}

FEISHU_DECL std::optional<std::uint64_t> read_page_token(std::string_view query, std::string_view token) {
    if (token.size() != 32 ||
        token.substr(16) != detail::hex16(detail::token_check(query, token.substr(0, 16))))
        return std::nullopt;
    std::uint64_t position = 0;
    auto const [end, failed] = std::from_chars(token.data(), token.data() + 16, position, 16);
    if (failed != std::errc{} || end != token.data() + 16)
        return std::nullopt;
    return position;
}

} // namespace feishu::emulator
