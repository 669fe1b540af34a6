#pragma once
// keywords: every keyword of OpenAPI and JSON Schema that the generator understands, ignores, or refuses with advice.
// What is not in these tables is refused as unknown. The ignored ones are listed in codegen/specs/README.md.

#include <string_view>

#include "node.hpp"

namespace codegen {

/// The objects of a document that have keywords of their own.
enum class object_kind {
    document,
    info,
    components,
    path_item,
    operation,
    parameter,
    request_body,
    response,
    media_type,
    schema,
    external_docs,
    server
};

/// Collects what is wrong with the keywords of `n`: unknown ones, refused ones, values of another kind. Returns false
/// when `n` is not an object at all.
bool check_keywords(object_kind kind, node const& n, diagnostics& wrong);

/// Removes what is ignored, once it has been checked.
void drop_ignored(object_kind kind, node& n);

} // namespace codegen
