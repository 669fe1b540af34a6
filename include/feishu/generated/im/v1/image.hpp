#pragma once
// Feishu im v1: image. Generated from codegen/specs/im/v1/image.json: edit that, then run codegen/run.

#include <feishu/generated/common.hpp>
#include <feishu/generated/im/v1/models.hpp>

namespace feishu::im::v1::image {

/// Uploads an image for use in messages or as an avatar. User access tokens are accepted but not documented.
struct create {
    static constexpr endpoint_spec spec{
        .id = "im.v1.image.create",
        .method = verb::post,
        .path = "/open-apis/im/v1/images",
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:resource", "im:resource:upload")},
        .user_scopes = {any_of("im:resource")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {232096, 234001, 234002, 234006, 234007, 234010, 234011, 234039, 234041, 234042},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/image/create",
    };

    /// Purpose of the image.
    field::required<open<v1::image_type>> image_type;
    /// Image content; not empty, at most 10 MB; JPEG, PNG, WEBP, GIF, TIFF, BMP, ICO or HEIC (TIFF and HEIC
    /// are converted to JPEG).
    field::required<field::upload> image;

    struct response {
        /// Image key.
        feishu::image_key image_key;
    };
};
BOOST_DESCRIBE_STRUCT(create, (), (image_type, image))
BOOST_DESCRIBE_STRUCT(create::response, (), (image_key))

/// Downloads an image uploaded by the calling app.
struct get {
    static constexpr endpoint_spec spec{
        .id = "im.v1.image.get",
        .method = verb::get,
        .path = "/open-apis/im/v1/images/:image_key",
        .tokens = token::tenant,
        .rate = {.per_minute = 1000, .per_second = 50},
        .envelope = envelope::binary,
        .errors = {234001, 234002, 234005, 234007, 234008, 234041, 234042},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/image/get",
    };

    /// Image key.
    field::required<feishu::image_key> image_key;

    struct response {};
};
BOOST_DESCRIBE_STRUCT(get, (), (image_key))
BOOST_DESCRIBE_STRUCT(get::response, (), ())

} // namespace feishu::im::v1::image
