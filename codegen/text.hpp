#pragma once
// text: pieces of C++ source.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace codegen {

/// `text` as a literal, with its quotes.
std::string string_literal(std::string_view text);

/// `text` as a doc comment, broken into lines.
std::string comment(std::string_view text, std::string const& indent);

/// Text of a spec for a comment of one line.
std::string one_line(std::string text);

/// How many letters must be inserted, removed or replaced to make `a` of `b`.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The items with ", " between them.
std::string comma_list(std::vector<std::string> const& items);

/// The items as literals with ", " between them.
std::string literal_list(std::vector<std::string> const& items);

} // namespace codegen
