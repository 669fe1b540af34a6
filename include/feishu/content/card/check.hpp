#pragma once
// A checker of cards, for tools and tests:
//
//     for (auto const& found : feishu::card::check(document))
//         std::cout << found.path << ' ' << found.message << '\n';
//
// Validation of a message goes by the errors alone.

#include <string>
#include <string_view>
#include <vector>

#include <boost/describe/enum.hpp>

#include <feishu/content/card.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::card {

/// How serious a finding is.
enum class severity {
    error,  ///< the platform refuses the card; so does validation
    notice, ///< accepted, but not documented, converted, or not displayed
};
BOOST_DESCRIBE_ENUM(severity, error, notice)

/// Something found in a card.
struct finding {
    feishu::card::severity severity{};
    std::string path{};    ///< where: `body.elements[0].columns[1].weight`; empty for the card itself
    std::string message{}; ///< completes the path to a sentence: `must be a number, is a string`

    friend bool operator==(finding const&, finding const&) = default;
};

/// Everything that is wrong with or noteworthy about a card: the rules of its fields, the rules between its elements,
/// members, tags and values that JSON 2.0 withdrew or that are not documented, values of another JSON kind, and what
/// the platform accepts and does not display. Parts that this library has no struct for are checked as well.
/// Errors come first.
FEISHU_DECL std::vector<finding> check(card const& value);

/// The same for a document, its size (30 KB) included. Text that is not JSON and cards of JSON 1.0 are one error.
FEISHU_DECL std::vector<finding> check(std::string_view json);

} // namespace feishu::card

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/content/card/impl/check.ipp>
#endif
