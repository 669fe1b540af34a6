#pragma once
// Checks of single values for the card checker: lengths, colors, sizes, URL schemes, and the JSON types of
// values.

#include <cstddef>
#include <string>
#include <string_view>

#include <boost/json/value.hpp>

#include <feishu/core/impl/macros.hpp>
#include <feishu/core/validate.hpp>
#include <feishu/core/violation.hpp>
#include <feishu/json/impl/binding.hpp>

namespace feishu::card::detail {

/// Whether a JSON value matches a type: exactly, by conversion (a number in a string), or not.
enum class fit { exact, converted, none };
FEISHU_DECL fit fit_of(json::binding const& type, boost::json::value const& value);

/// `a string`, `a number`, …
FEISHU_DECL std::string_view kind_of_json(boost::json::value const& value);
/// The text that follows "must be a number" in a message.
FEISHU_DECL std::string misfit_detail(boost::json::value const& value);

/// Checks a margin, padding or spacing: one to four lengths of `least` to 99 px.
FEISHU_DECL void check_lengths(std::string_view value, int least, feishu::detail::field_path const& at,
                               violations& errors, violations& notices);
/// Reports a URL whose scheme is not in lower case.
FEISHU_DECL void check_scheme(std::string_view url, feishu::detail::field_path const& at, violations& notices);

/// Whether this is a documented color: `red`, `blue-500`, `rgba(…)`.
FEISHU_DECL bool is_color(std::string_view name);
/// Whether this is a documented text size: `heading-1`, `normal`, ….
FEISHU_DECL bool is_text_size(std::string_view name);

/// The number of tables in a Markdown text, without those in code fences.
FEISHU_DECL std::size_t count_markdown_tables(std::string_view text);

} // namespace feishu::card::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/content/card/impl/card_values.ipp>
#endif
