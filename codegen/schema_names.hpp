#pragma once
// schema_names: shared schemas are called by their C++ names: x-feishu-name, or an identifier made of the name.

#include <map>
#include <string>

#include "node.hpp"

namespace codegen {

/// Renames shared schemas, and the references to them.
void rename_schemas(std::map<std::string, node>& documents, diagnostics& wrong);

} // namespace codegen
