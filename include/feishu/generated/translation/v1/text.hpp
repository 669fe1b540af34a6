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

reflect::member_list<"text", &detect::text> feishu_members(detect**);
reflect::member_list<"language", &detect::response::language> feishu_members(detect::response**);

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

reflect::member_list<"from, to", &translate::term::from, &translate::term::to>
feishu_members(translate::term**);
reflect::member_list<"source_language, text, target_language, glossary", &translate::source_language,
                     &translate::text, &translate::target_language, &translate::glossary>
feishu_members(translate**);
reflect::member_list<"text", &translate::response::text> feishu_members(translate::response**);

} // namespace feishu::translation::v1::text
