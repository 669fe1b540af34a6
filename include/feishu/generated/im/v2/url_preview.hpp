#pragma once
// Feishu im v2: url_preview. Generated from codegen/specs/im/v2/url_preview.json: edit that, then run codegen/run.

#include <string>

#include <feishu/generated/common.hpp>

namespace feishu::im::v2::url_preview {

/// Makes clients refresh link previews.
struct batch_update {
    static constexpr endpoint_spec spec{
        .id = "im.v2.url_preview.batch_update",
        .method = verb::post,
        .path = "/open-apis/im/v2/url_previews/batch_update",
        .tokens = token::tenant,
        .scopes = {any_of("im:url_preview.update")},
        .rate = {.per_second = 5},
        .errors = {230001},
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/group/im-v2/url_preview/batch_update",
    };

    /// Preview tokens from url.preview.get callbacks; at most one update per token every 5 seconds.
    field::required<field::list<std::string, 1, 10>> preview_tokens;
    /// Users whose previews are refreshed; all chat members if omitted.
    field::list<feishu::open_id, 0, 100> open_ids{};

    struct response {};
};
BOOST_DESCRIBE_STRUCT(batch_update, (), (preview_tokens, open_ids))
BOOST_DESCRIBE_STRUCT(batch_update::response, (), ())

} // namespace feishu::im::v2::url_preview
