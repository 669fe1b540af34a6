#pragma once
// documents: OpenAPI documents as people write them, in the form that the emitter knows: no references but to shared
// schemas, parameters with their operation, one successful response, ids for all operations.

#include <map>
#include <string>

#include "node.hpp"

namespace codegen {

/// Checks the keywords of all documents and rewrites them in place; what is wrong is collected.
void normalize(std::map<std::string, node>& documents, diagnostics& wrong);

} // namespace codegen
