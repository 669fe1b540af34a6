#pragma once
// library: all documents of a spec folder, and how a `$ref` in one of them is followed.

#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>

#include "openapi.hpp"

namespace codegen {

/// Where in which file: shown to whoever wrote the spec.
struct place {
    std::string file;    ///< relative to the spec folder
    std::string pointer; ///< JSON pointer

    /// The place of a member.
    place operator/(std::string_view name) const;
};

/// What is wrong with a spec: file, pointer, reason.
class spec_error : public std::runtime_error {
public:
    spec_error(place const& at, std::string const& what)
        : std::runtime_error(at.file + "#" + at.pointer + ": " + what) {}
};

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
    /// Reads every `*.json` below `root` that is an OpenAPI document. Throws spec_error.
    static library load(std::filesystem::path const& root);
    /// The same from texts, for tests and fuzzing; keys are file names.
    static library parse(std::map<std::string, std::string> const& texts);

    std::map<std::string, openapi::document> const& documents() const { return documents_; }

    /// Follows `ref`, written in `from.file`. Throws spec_error when it leads nowhere.
    component resolve(std::string const& ref, place const& from) const;

private:
    std::map<std::string, openapi::document> documents_;
};

} // namespace codegen
