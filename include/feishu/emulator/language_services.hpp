#pragma once
// What the services for texts, images and speech return; a test sets it:
// `tenant.language_services.translations["hello"] = "bonjour";`

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <map>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

namespace feishu::emulator {

/// Results of translation.v1, optical_char_recognition.v1 and speech_to_text.v1. They do not depend on anything else.
struct language_services {
    /// By text. Another text is translated to itself, except for the glossary of the request.
    std::map<std::string, std::string> translations{};
    /// By text, ISO 639-1 codes. The language of another text is found by its script: zh, ja, ko, ru, th, or en.
    std::map<std::string, std::string> languages{};
    std::vector<std::string> image_text{"text"}; ///< of every image, by region
    std::string transcript = "speech";           ///< of every audio file
};
BOOST_DESCRIBE_STRUCT(language_services, (), (translations, languages, image_text, transcript))

} // namespace feishu::emulator
