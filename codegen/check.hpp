#pragma once
// check: what a spec must keep to beyond being OpenAPI. What passes here, and what the names and types of the emitter
// do not refuse, becomes code that compiles.

#include "library.hpp"

namespace codegen {

/// Throws spec_error at the first thing that the generator cannot make code of.
void check(library const& specs);

} // namespace codegen
