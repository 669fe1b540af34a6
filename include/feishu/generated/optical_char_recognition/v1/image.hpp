#pragma once
// Feishu optical_char_recognition v1: image. Generated from codegen/specs/optical_char_recognition/v1/image.json: edit that, then run codegen/run.

#include <optional>
#include <string>
#include <vector>

#include <feishu/generated/common.hpp>

namespace feishu::optical_char_recognition::v1::image {

/// Recognizes text in an image.
struct basic_recognize {
    static constexpr endpoint_spec spec{
        .id = "optical_char_recognition.v1.image.basic_recognize",
        .method = verb::post,
        .path = "/open-apis/optical_char_recognition/v1/image/basic_recognize",
        .tokens = token::tenant,
        .scopes = {any_of("optical_char_recognition:image")},
        .rate = {.special = true},
        .errors = {1150101, 1150102},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/ai/"
               "optical_char_recognition-v1/image/basic_recognize",
    };

    /// Image data, base64.
    std::optional<std::string> image{};

    struct response {
        /// Text by region.
        std::vector<std::string> text_list;
    };
};
BOOST_DESCRIBE_STRUCT(basic_recognize, (), (image))
BOOST_DESCRIBE_STRUCT(basic_recognize::response, (), (text_list))

} // namespace feishu::optical_char_recognition::v1::image
