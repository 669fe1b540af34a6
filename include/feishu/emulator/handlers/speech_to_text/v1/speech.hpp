#pragma once
// Handlers of speech_to_text.v1.speech; `state::language_services` has the results.

#include <feishu/api/speech_to_text/v1/speech.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

class state;

/// Transcribes audio. Errors: 1040101 no audio, not base64, longer than 60 seconds; file_id not of 16 letters, digits
/// or underscores; another format than pcm, another engine than 16k_auto.
FEISHU_DECL result<speech_to_text::v1::speech::file_recognize::response>
handle(state& tenant, caller const& who, speech_to_text::v1::speech::file_recognize const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/speech_to_text/v1/impl/speech.ipp>
#endif
