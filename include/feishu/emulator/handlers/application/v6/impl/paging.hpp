#pragma once
// Page tokens of application.v6.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <feishu/core/error.hpp>
#include <feishu/emulator/impl/page_token.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator::detail {

/// The position of a page. Errors: 210500 malformed, 210501 of another query.
inline result<std::size_t> read_app_page(std::string_view query, std::optional<std::string> const& token) {
    if (!token || token->empty())
        return std::size_t{0};
    if (auto const position = read_page_token(query, *token))
        return static_cast<std::size_t>(*position);
    bool const well_formed =
        token->size() == 32 && token->find_first_not_of("0123456789abcdef") == std::string::npos;
    return refuse(well_formed ? 210501 : 210500);
}

} // namespace feishu::emulator::detail
