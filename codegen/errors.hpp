#pragma once
// errors: the platform's error codes as an enum and a table.

#include <map>
#include <string>

namespace codegen {

/// `errc.hpp` and `impl/errc.ipp` from the text of errors.json, not yet formatted. Throws spec_error.
std::map<std::string, std::string> emit_errors(std::string const& text, std::string const& file,
                                               std::string const& root);

} // namespace codegen
