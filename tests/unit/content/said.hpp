#pragma once
// The document and the violations of typed content, as text for comparisons.

#include <string>

#include <feishu/core/json_text.hpp>
#include <feishu/core/violation.hpp>

namespace said {

/// The document.
inline std::string document(feishu::field::json_text const& content) { return content.document(); }

/// "field message" of each problem, joined by "; "; "ok" without any.
inline std::string problems(feishu::field::json_text const& content) {
    std::string out;
    for (auto const& problem : content.problems())
        out += (out.empty() ? "" : "; ") + problem.field + " " + problem.message();
    return out.empty() ? "ok" : out;
}

} // namespace said
