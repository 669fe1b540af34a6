#pragma once
// Feishu speech_to_text v1: speech. Generated from codegen/specs/speech_to_text/v1/speech.json: edit that, then run codegen/run.

#include <optional>
#include <string>

#include <feishu/generated/common.hpp>

namespace feishu::speech_to_text::v1::speech {

/// Transcribes an audio file of at most 60 seconds.
struct file_recognize {
    static constexpr endpoint_spec spec{
        .id = "speech_to_text.v1.speech.file_recognize",
        .method = verb::post,
        .path = "/open-apis/speech_to_text/v1/speech/file_recognize",
        .tokens = token::tenant,
        .scopes = {any_of("speech_to_text:speech")},
        .rate = {.special = true},
        .errors = {1040101, 1040102},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/ai/speech_to_text-v1/speech/"
               "file_recognize",
    };

    /// Audio.
    struct audio {
        /// Audio data: PCM, 16 kHz, mono, base64.
        std::optional<std::string> speech{};
    };

    /// Audio settings.
    struct file_config {
        /// Id chosen by the caller; 16 letters, digits or underscores.
        field::required<std::string> file_id;
        /// Audio format; only pcm.
        field::required<std::string> format;
        /// Engine; 16k_auto for mixed Chinese and English.
        field::required<std::string> engine_type;
    };

    /// Audio.
    field::required<audio> speech;
    /// Audio settings.
    field::required<file_config> config;

    struct response {
        /// Transcript.
        std::string recognition_text;
    };
};
BOOST_DESCRIBE_STRUCT(file_recognize::audio, (), (speech))
BOOST_DESCRIBE_STRUCT(file_recognize::file_config, (), (file_id, format, engine_type))
BOOST_DESCRIBE_STRUCT(file_recognize, (), (speech, config))
BOOST_DESCRIBE_STRUCT(file_recognize::response, (), (recognition_text))

} // namespace feishu::speech_to_text::v1::speech
