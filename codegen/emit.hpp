#pragma once
// emit: the C++ header of one spec file.

#include <filesystem>
#include <map>
#include <set>
#include <string>

#include "library.hpp"
#include "names.hpp"

namespace codegen {

/// Settings of a run.
struct emit_options {
    std::string root = "feishu";            ///< outermost namespace
    std::string include = "feishu/api";     ///< how generated headers include each other: <feishu/api/…>
    std::filesystem::path rules{};          ///< folder of hand-written rules; a header there is included at the end
    std::string rules_include = "feishu/rules";
};

/// What a file of specs contributes to the catalogs.
struct contents {
    std::vector<std::string> endpoints; ///< qualified names
    std::vector<std::string> events;
};

/// Headers by file name below the output folder, not yet formatted. Throws spec_error.
std::map<std::string, std::string> emit_all(library const& specs, emit_options const& options);

/// A Markdown table of all endpoints and events, for a README.
std::string emit_table(library const& specs);

} // namespace codegen
