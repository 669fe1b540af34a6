#pragma once
// feishu card check, feishu card outline: a card's JSON without sending it.

#include <string>
#include <string_view>

namespace cli {

/// The findings in a card, one line each.
struct card_report {
    std::string text{};
    bool valid = true; ///< no finding is an error
};

card_report check_card(std::string_view json);

/// The card in a few lines. Errors: usage_error if it is not JSON.
std::string outline_card(std::string_view json);

} // namespace cli
