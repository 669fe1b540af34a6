#pragma once
// schemas: schemas of OpenAPI 3.0 and 3.1 as people write them, in the plain form that types.cpp knows.

#include <string>

#include "node.hpp"
#include "references.hpp"

namespace codegen {

/// Rewrites schemas: allOf is merged, null and const are resolved, limits are inclusive, formats are known ones, oneOf and anyOf are alternatives that can be told
/// apart, or free JSON.
class schema_rules {
public:
    schema_rules(references const& refs, diagnostics& wrong) : refs_(refs), wrong_(wrong) {}

    /// Rewrites `s`, whose references are as `file` writes them, and everything below it.
    void apply(node& s, std::string const& file, int depth = 0) const;

private:
    void reference(node& s) const;
    void merge_parts(node& s, std::string const& file, int depth) const;
    void merge_part(node& s, node const& part) const;
    node part_of(node const& part, std::string const& file, int depth) const;
    void alternatives(node& s, std::string_view keyword, std::string const& file) const;
    // Which kind of JSON a schema allows; empty when that is several, or an object without a name.
    std::string kind_of(node const& schema, std::string const& file, int depth = 0) const;
    bool differ_in_kind(std::vector<node> const& list, std::string const& file) const;
    // The value of the discriminator for each alternative; empty unless these are references to objects.
    std::vector<std::string> tags_of(std::vector<node> const& list, node const& discriminator,
                                     std::string const& file) const;
    bool keep_alternatives(node& s, std::vector<node> list, node const* discriminator, std::string const& titles,
                           std::string const& file) const;
    void nulls(node& s, std::string const& file) const;
    void constants(node& s) const;
    void enums(node& s) const;
    void formats(node& s) const;
    static void whole_numbers(node& s);
    void exclusive(node& s, std::string const& keyword, std::string const& limit, bool lower) const;
    static void notes(node& s);
    void children(node& s, std::string const& file, int depth) const;

    references const& refs_;
    diagnostics& wrong_;
};

/// Puts a sentence at the end of a description.
void add_note(node& n, std::string const& sentence);

} // namespace codegen
