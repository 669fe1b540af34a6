#pragma once
// inline_enums: enums without a name become shared schemas, named after where they stand.

#include <map>
#include <string>

#include "node.hpp"

namespace codegen {

/// Moves every enum inside another schema to components/schemas of its document.
void name_inline_enums(std::map<std::string, node>& documents, diagnostics& wrong);

} // namespace codegen
