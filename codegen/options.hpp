#pragma once
// options: the command line of feishu-codegen.

#include <filesystem>
#include <string>
#include <vector>

#include "emit.hpp"

namespace codegen {

/// Settings of a run.
struct settings {
    std::filesystem::path specs;
    std::filesystem::path out;
    std::filesystem::path api;
    std::filesystem::path errors;
    std::filesystem::path table;
    std::filesystem::path depfile;
    std::filesystem::path stamp;
    std::vector<std::string> only; ///< files or folders of the specs
    emit_options emit;
    std::string formatter = "clang-format"; ///< "none": headers are not formatted
    bool check = false;
    bool prune = false;
    bool list_outputs = false;
};

/// Ends the program with status 2 and a line on stderr.
[[noreturn]] void fail(std::string const& why);

/// Reads the command line. Ends the program for --help and for mistakes.
settings parse_options(int argc, char** argv);

} // namespace codegen
