#pragma once
// references: where a `$ref` leads, in any file of the specs, and what it stands for written out.

#include <map>
#include <string>

#include "node.hpp"

namespace codegen {

/// A name of a JSON pointer, or of the URI fragment that is one: without %7B and ~1.
std::string unescaped(std::string_view text);

/// The file that a reference written in `from` is about.
std::string file_of(std::string const& ref, std::string const& from);

/// The member or entry of this name, or nullptr.
node const* child(node const& n, std::string const& name);

/// Follows references through documents as they were read.
class references {
public:
    /// `sources` must outlive it.
    explicit references(std::map<std::string, node> const& sources) : sources_(sources) {}

    /// A value, and the file whose references it contains.
    struct target {
        node const* value;
        std::string file;
    };

    /// Follows one reference written in `file`. Throws spec_error, at `at`, when it leads nowhere.
    target find(std::string const& ref, std::string const& file, place const& at) const;

    /// `n`, or what it refers to in the end, with references as `file` writes them.
    node written_out(node const& n, std::string const& file) const;

    /// Changes the references below `n`, written in `from`, to what `to` writes for them.
    static void rebase(node& n, std::string const& from, std::string const& to);

private:
    std::map<std::string, node> const& sources_;
};

} // namespace codegen
