#pragma once
// Feishu im v1: file. Generated from codegen/specs/im/v1/file.json: edit that, then run codegen/run.

#include <optional>
#include <string>

#include <feishu/generated/common.hpp>
#include <feishu/generated/im/v1/models.hpp>

namespace feishu::im::v1::file {

/// Uploads a file for use in messages. User access tokens are accepted but not documented.
struct create {
    static constexpr endpoint_spec spec{
        .id = "im.v1.file.create",
        .method = verb::post,
        .path = "/open-apis/im/v1/files",
        .tokens = token::tenant | token::user,
        .scopes = {any_of("im:resource", "im:resource:upload")},
        .user_scopes = {any_of("im:resource")},
        .rate = {.per_minute = 1000, .per_second = 50},
        .errors = {232096, 234001, 234002, 234006, 234007, 234010, 234041, 234042},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/file/create",
    };

    /// File type.
    field::required<open<v1::file_type>> file_type;
    /// File name including the extension.
    field::required<std::string> file_name;
    /// Duration of an audio or video file in milliseconds.
    std::optional<int> duration{};
    /// File content; not empty, at most 30 MB.
    field::required<field::upload> file;

    struct response {
        /// File key.
        feishu::file_key file_key;
    };
};
BOOST_DESCRIBE_STRUCT(create, (), (file_type, file_name, duration, file))
BOOST_DESCRIBE_STRUCT(create::response, (), (file_key))

/// Downloads a file uploaded by the calling app.
struct get {
    static constexpr endpoint_spec spec{
        .id = "im.v1.file.get",
        .method = verb::get,
        .path = "/open-apis/im/v1/files/:file_key",
        .tokens = token::tenant,
        .rate = {.per_minute = 1000, .per_second = 50},
        .envelope = envelope::binary,
        .errors = {234001, 234002, 234005, 234008, 234037, 234041, 234042},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/file/get",
    };

    /// File key.
    field::required<feishu::file_key> file_key;

    struct response {};
};
BOOST_DESCRIBE_STRUCT(get, (), (file_key))
BOOST_DESCRIBE_STRUCT(get::response, (), ())

} // namespace feishu::im::v1::file
