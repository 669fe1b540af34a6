#pragma once

#include <cstddef>
#include <string_view>

#include <feishu/core/impl/base64.hpp>
#include <feishu/emulator/handlers/speech_to_text/v1/speech.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

inline bool is_file_id(std::string_view id) {
    if (id.size() != 16)
        return false;
    for (char const c : id)
        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'))
            return false;
    return true;
}

} // namespace detail

FEISHU_DECL result<speech_to_text::v1::speech::file_recognize::response>
handle(state& tenant, caller const&, speech_to_text::v1::speech::file_recognize const& request) {
    constexpr std::size_t minute = 60 * 16'000 * 2; // bytes of 16-bit samples at 16 kHz
    if (!detail::is_file_id(*request.config->file_id))
        return refuse(1040101, "file_id");
    if (*request.config->format != "pcm" || *request.config->engine_type != "16k_auto")
        return refuse(1040101, "config");
    auto const bytes = from_base64(request.speech->speech.value_or(""));
    if (!bytes || bytes->empty() || bytes->size() > minute)
        return refuse(1040101, "speech");
    return speech_to_text::v1::speech::file_recognize::response{.recognition_text =
                                                                    tenant.language_services.transcript};
}

} // namespace feishu::emulator
