#pragma once
// Essential members of the responses of cardkit.v1.card; see core/essential.hpp.

#include <string_view>

#include <feishu/generated/cardkit/v1/card.hpp>

namespace feishu::cardkit::v1::card {

/// The essential member of the response; see core/essential.hpp.
constexpr std::string_view missing_essential(create::response const& response) {
    return response.card_id.empty() ? "card_id" : "";
}

} // namespace feishu::cardkit::v1::card
