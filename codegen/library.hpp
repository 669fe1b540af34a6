#pragma once
// library: all documents of a spec folder, and how a `$ref` in one of them is followed.

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "node.hpp"
#include "openapi.hpp"

namespace codegen {

/// A schema of `components/schemas` that something refers to.
struct component {
    std::string file;
    std::string name;
    openapi::schema const* schema = nullptr;
    place at() const { return {file, "/components/schemas/" + name}; }
};

/// The documents below a folder.
class library {
public:
    /// Reads every OpenAPI document below `root`: *.json, *.yaml, *.yml. Throws spec_errors.
    static library load(std::filesystem::path const& root);
    /// The same from texts, for tests and fuzzing; keys are file names.
    static library parse(std::map<std::string, std::string> const& texts);

    std::map<std::string, openapi::document> const& documents() const { return documents_; }

    /// Leaves out all documents but those of these files or folders, and what they refer to. Throws spec_error when
    /// there is none.
    void keep_only(std::vector<std::string> const& wanted);
    /// What was left out: it may refer to the others, which decides what can be left out of a request.
    std::map<std::string, openapi::document> const& left_out() const { return left_out_; }

    /// Where what a generator calls `at` stands in the files: errors show that.
    place locate(place const& at) const;
    std::vector<diagnostic> locate(std::vector<diagnostic> list) const;

    /// Follows `ref`, written in `from.file`. Throws spec_error when it leads nowhere.
    component resolve(std::string const& ref, place const& from) const;

private:
    std::map<std::string, openapi::document> documents_;
    std::map<std::string, openapi::document> left_out_;
    std::map<std::string, node> trees_; // the same documents, with places
};

} // namespace codegen
