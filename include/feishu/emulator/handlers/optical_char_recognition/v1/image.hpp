#pragma once
// Handlers of optical_char_recognition.v1.image; `state::language_services` has the results.

#include <feishu/api/optical_char_recognition/v1/image.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Recognizes text. Errors: 1150101 no image, or not base64.
FEISHU_DECL result<optical_char_recognition::v1::image::basic_recognize::response>
handle(state& tenant, caller const& who, optical_char_recognition::v1::image::basic_recognize const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/optical_char_recognition/v1/impl/image.ipp>
#endif
