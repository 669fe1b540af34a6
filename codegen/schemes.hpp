#pragma once
// schemes: security schemes of any name, as the tokens and parameters that the emitter knows.

#include <map>
#include <string>

#include "node.hpp"
#include "references.hpp"

namespace codegen {

/// The security schemes of one document.
class security_schemes {
public:
    /// Reads components/securitySchemes of `document`; what is wrong is collected.
    security_schemes(node const& document, std::string const& file, references const& refs, diagnostics& wrong);

    /// Rewrites `security` of an operation: bearer tokens are user_access_token, HTTP Basic is app_credentials, and API
    /// keys are parameters.
    void apply(node& operation, diagnostics& wrong) const;

private:
    void alternative(node& entry, node& parameters, bool only, diagnostics& wrong) const;

    std::map<std::string, node> definitions_;
};

} // namespace codegen
