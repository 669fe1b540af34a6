#pragma once

#include <charconv>

#include <feishu/core/impl/hex.hpp>
#include <feishu/emulator/impl/page_token.hpp>

namespace feishu::emulator {
namespace detail {

// FNV-1a: detects mistakes, not forgeries.
inline std::uint64_t token_check(std::string_view query, std::string_view position) {
    std::uint64_t hash = 0xcbf29ce484222325u;
    for (auto const text : {query, std::string_view("\n"), position})
        for (char const c : text) {
            hash ^= static_cast<unsigned char>(c);
            hash *= 0x100000001b3u;
        }
    return hash;
}

} // namespace detail

FEISHU_DECL std::string make_page_token(std::string_view query, std::uint64_t position) {
    std::string out;
    feishu::detail::append_hex(out, position);
    feishu::detail::append_hex(out, detail::token_check(query, out));
    return out;
}

FEISHU_DECL std::optional<std::uint64_t> read_page_token(std::string_view query, std::string_view token) {
    if (token.size() != 32)
        return std::nullopt;
    std::uint64_t position = 0;
    auto const [end, failed] = std::from_chars(token.data(), token.data() + 16, position, 16);
    if (failed != std::errc{} || end != token.data() + 16 || token != make_page_token(query, position))
        return std::nullopt;
    return position;
}

} // namespace feishu::emulator
