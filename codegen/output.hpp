#pragma once
// output: headers on their way to the disk: formatted, compared, written, pruned.

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "options.hpp"

namespace codegen {

/// Texts by file name below a folder.
using output_files = std::map<std::string, std::string>;

/// What a file contains; nothing when it is not there.
std::string slurp(std::filesystem::path const& file);

/// All headers of a folder: formatted, then written or compared; false when they differ.
bool deliver_folder(output_files headers, std::filesystem::path const& folder, settings const& s);

/// The same for the headers of error codes, which share their folder with others.
bool deliver_errors(output_files codes, settings const& s);

/// The same for the table of endpoints inside a file.
bool deliver_table(std::string const& table, settings const& s);

/// Writes a rule of Make: the targets depend on the inputs.
void write_depfile(std::vector<std::filesystem::path> const& targets,
                   std::vector<std::filesystem::path> const& inputs, std::filesystem::path const& file);

/// Writes an empty file.
void touch(std::filesystem::path const& file);

} // namespace codegen
