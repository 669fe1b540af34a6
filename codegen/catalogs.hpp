#pragma once
// catalogs: headers that gather others.

#include <set>
#include <string>

#include "emit.hpp"
#include "names.hpp"

namespace codegen {

/// The header that users include: the structs of one spec file, their rules, and the same of every file that these
/// structs refer to.
std::string api_header(emit_options const& options, unit const& from, std::set<std::string> const& referred);

/// The header of everything of a project, or of all.
std::string catalog_header(emit_options const& options, std::string const& ns, std::string const& doc,
                           std::set<std::string> const& headers, contents const& all);

} // namespace codegen
