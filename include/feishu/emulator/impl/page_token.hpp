#pragma once
// Page tokens: opaque to the caller, and valid only for the query that returned them.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <feishu/core/impl/macros.hpp>

namespace feishu::emulator {

/// A token for the page after `position`; `query` identifies the query.
FEISHU_DECL std::string make_page_token(std::string_view query, std::uint64_t position);

/// The position; nothing if the token does not belong to this query.
FEISHU_DECL std::optional<std::uint64_t> read_page_token(std::string_view query, std::string_view token);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/page_token.ipp>
#endif
