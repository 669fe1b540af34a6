#pragma once
// A card checker for tools and tests, which reports more than validation does:
//
//     for (auto const& found : feishu::card::check(document))
//         std::cout << found.path << ' ' << found.message << '\n';
//
// Validation of a message considers errors only.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <string>
#include <string_view>
#include <vector>

#include <boost/describe/enum.hpp>

#include <feishu/content/card.hpp>
#include <feishu/core/impl/macros.hpp>

namespace feishu::card {

/// Severity of a finding.
enum class severity {
    error,  ///< rejected by the platform, and by validation
    notice, ///< accepted, but undocumented, converted, or not displayed
};
BOOST_DESCRIBE_ENUM(severity, error, notice)

/// One finding in a card.
struct finding {
    feishu::card::severity severity{};
    std::string path{};    ///< `body.elements[0].columns[1].weight`; empty for the card itself
    /// Completes a sentence that begins with the path: `must be a number, is a string`.
    std::string message{};

    friend bool operator==(finding const&, finding const&) = default;
};

/// Checks a card: the rules of its fields, the rules across its elements, members, tags and values that JSON
/// 2.0 withdrew or that are undocumented, values of another JSON type, and content that the platform accepts
/// but does not display. Parts without a struct are checked as well. Errors precede notices.
FEISHU_DECL std::vector<finding> check(card const& value);

/// The same for a document, including its size (30 KB). Text that is not JSON, and a card in JSON 1.0, is one
/// error.
FEISHU_DECL std::vector<finding> check(std::string_view json);

} // namespace feishu::card

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/content/card/impl/check.ipp>
#endif
