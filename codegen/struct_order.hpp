#pragma once
// struct_order: the order of structs that have each other as members.

#include <map>
#include <set>
#include <string>
#include <vector>

#include "library.hpp"

namespace codegen {

/// Shared structs of one file, each after those that it needs complete.
struct struct_order {
    std::vector<std::string> names{};
    std::set<std::string> declared_first{};                 ///< incomplete where they are used
    std::map<std::string, std::set<std::string>> boxed{};   ///< members that would make a struct contain itself
};

/// Throws spec_error where they refer to each other too deeply.
struct_order order_structs(library const& specs, std::string const& file, ordered_map<openapi::schema> const& schemas);

} // namespace codegen
