#pragma once
// hidden_names: which names of the library, and of shared types, mean something else where a piece of code stands.

#include <cstddef>
#include <set>
#include <string>
#include <utility>

namespace codegen {

class library;

/// What all headers declare: namespaces, and enums beside them. A name of the library that is one of these is qualified.
struct outer_names {
    explicit outer_names(library const& specs);

    std::set<std::string> namespaces;
    std::set<std::string> enums;
};

/// The names that are declared around the code being written.
///
/// Lifetimes: refers to the outer names.
class hidden_names {
public:
    /// `visible` is a namespace that is meant when it is said, in spite of others of its name.
    hidden_names(outer_names const& outer, std::string visible) : outer_(outer), visible_(std::move(visible)) {}

    bool contains(std::string const& name) const { return count(name) != 0; }
    std::size_t count(std::string const& name) const {
        bool const other_namespace = name != visible_ && outer_.namespaces.contains(name);
        return local_.count(name) + outer_.enums.count(name) + (other_namespace ? 1u : 0u);
    }

    void insert(std::string const& name) { local_.insert(name); }
    /// Takes back one insertion.
    void erase(std::string const& name) { local_.erase(local_.find(name)); }

private:
    outer_names const& outer_;
    std::string visible_;
    std::multiset<std::string> local_;
};

} // namespace codegen
