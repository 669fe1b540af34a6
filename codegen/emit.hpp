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
    std::string root = "feishu";                ///< outermost namespace
    std::string include = "feishu/generated";   ///< how generated headers include each other: <feishu/generated/…>
    std::string api_include{};                  ///< prefix of the headers that join structs and rules; empty: none
    std::filesystem::path rules{};              ///< folder of hand-written rules that these headers join
    std::string rules_include = "feishu/rules"; ///< prefix of the rules
};

/// What a file of specs contributes to the catalogs.
struct contents {
    std::vector<std::string> endpoints; ///< qualified names
    std::vector<std::string> events;
};

/// Headers by file name below their folder, not yet formatted.
struct generated_headers {
    std::map<std::string, std::string> structs; ///< one a spec file; the catalogs too when `api_include` is empty
    std::map<std::string, std::string> api;     ///< what users include: structs with their rules, and the catalogs

    friend bool operator==(generated_headers const&, generated_headers const&) = default;
};

/// Generates the headers of all specs. Throws spec_errors.
generated_headers emit_all(library const& specs, emit_options const& options);

/// A Markdown table of all endpoints and events, for a README.
std::string emit_table(library const& specs);

} // namespace codegen
