#pragma once
// Feishu translation v1: text. Generated from codegen/specs/translation/v1/text.json: edit that, then run codegen/run.

#include <string>

#include <feishu/generated/common.hpp>

namespace feishu::translation::v1::text {

/// Detects the language of a text.
struct detect {
    static constexpr endpoint_spec spec{
        .id = "translation.v1.text.detect",
        .method = verb::post,
        .path = "/open-apis/translation/v1/text/detect",
        .tokens = token::tenant,
        .scopes = {any_of("translation:text")},
        .rate = {.special = true},
        .errors = {1140101, 1140102},
        .doc =
            "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/ai/translation-v1/text/detect",
    };

    /// Text.
    field::required<std::string> text;

    struct response {
        /// ISO 639-1 code of the language.
        std::string language;
    };
};
BOOST_DESCRIBE_STRUCT(detect, (), (text))
BOOST_DESCRIBE_STRUCT(detect::response, (), (language))

/// Translates a text.
struct translate {
    static constexpr endpoint_spec spec{
        .id = "translation.v1.text.translate",
        .method = verb::post,
        .path = "/open-apis/translation/v1/text/translate",
        .tokens = token::tenant,
        .scopes = {any_of("translation:text")},
        .rate = {.special = true},
        .errors = {1140101, 1140102},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/ai/translation-v1/text/"
               "translate",
    };

    struct term {
        /// Source text.
        field::required<std::string> from;
        /// Fixed translation.
        field::required<std::string> to;
    };

    /// Language of the text.
    field::required<std::string> source_language;
    /// Text to translate.
    field::required<std::string> text;
    /// Language of the translation.
    field::required<std::string> target_language;
    /// Glossary.
    field::list<term> glossary{};

    struct response {
        /// Translation.
        std::string text;
    };
};
BOOST_DESCRIBE_STRUCT(translate::term, (), (from, to))
BOOST_DESCRIBE_STRUCT(translate, (), (source_language, text, target_language, glossary))
BOOST_DESCRIBE_STRUCT(translate::response, (), (text))

} // namespace feishu::translation::v1::text
