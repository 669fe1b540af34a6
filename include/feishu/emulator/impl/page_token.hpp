#pragma once
// Page tokens: opaque to the caller, and good only for the query they came from.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <feishu/core/impl/macros.hpp>

namespace feishu::emulator {

/// A token for the page that begins behind `position` of the query that `query` stands for.
FEISHU_DECL std::string make_page_token(std::string_view query, std::uint64_t position);

/// The position, or nothing when the token is not one of this query's.
FEISHU_DECL std::optional<std::uint64_t> read_page_token(std::string_view query, std::string_view token);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/page_token.ipp>
#endif
