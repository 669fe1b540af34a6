#pragma once
// Names: which C++ name a file, a schema, a member or an enumerator of a spec gets. The one renaming rule lives here:
// a C++ keyword, or a macro that every program has, gets a trailing `_`, which reflection drops again.

#include <string>
#include <string_view>
#include <vector>

#include "hidden_names.hpp"
#include "library.hpp"

namespace codegen {

/// `name`, with a trailing `_` when it is a keyword or a macro. Throws spec_error when it is no identifier.
std::string identifier(std::string_view name, place const& at);

/// True for [A-Za-z_][A-Za-z0-9_]* without a trailing `_` (that one is spoken for) and what C++ reserves.
bool is_plain_identifier(std::string_view name);

/// An identifier for any text: `page-size` gives page_size, `-1` minus_1, `2x` value_2x.
std::string readable(std::string_view text);

/// What a spec file becomes.
struct unit {
    std::string file;                    ///< im/v1/message.json
    std::vector<std::string> parts;      ///< im, v1, message
    bool models = false;                 ///< a models.json, or common.json: types only
    std::vector<std::string> enclosing;  ///< namespaces of its enums: im, v1 for models; im, v1, message else

    static unit of(std::string const& file);

    /// The header, below the output folder: im/v1/message.hpp.
    std::string header() const;
    /// feishu::im::v1::message.
    std::string ns(std::string const& root) const;
};

/// The C++ name of a shared schema as code in `from` writes it, where the names in `hidden` mean something else.
std::string type_name(component const& c, unit const& from, std::string const& root,
                      hidden_names const& hidden);

/// The last token of an operation id: im.v1.message.create gives create.
std::string operation_name(std::string const& id, place const& at);

} // namespace codegen
