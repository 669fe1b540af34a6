#pragma once
// check: what a spec must keep to beyond being OpenAPI. What passes here, and what the names and types of the emitter
// do not refuse, becomes code that compiles.

#include "library.hpp"

namespace codegen {

/// Collects what the generator cannot make code of.
void check(library const& specs, diagnostics& wrong);

} // namespace codegen
