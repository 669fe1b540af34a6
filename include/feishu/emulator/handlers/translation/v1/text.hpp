#pragma once
// Handlers of translation.v1.text; `state::language_services` has the results.

#include <feishu/api/translation/v1/text.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Detects the language of a text. Errors: 1140101 an empty text.
FEISHU_DECL result<translation::v1::text::detect::response>
handle(state& tenant, caller const& who, translation::v1::text::detect const& request);

/// Translates a text. Errors: 1140101 an empty text, a language that is not a code, both languages the same, an
/// empty term, or more than 128 terms.
FEISHU_DECL result<translation::v1::text::translate::response>
handle(state& tenant, caller const& who, translation::v1::text::translate const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/translation/v1/impl/text.ipp>
#endif
