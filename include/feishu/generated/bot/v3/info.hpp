#pragma once
// Feishu bot v3: info. Generated from codegen/specs/bot/v3/info.json: edit that, then run codegen/run.

#include <feishu/generated/bot/v3/models.hpp>
#include <feishu/generated/common.hpp>

namespace feishu::bot_::v3::info {

/// Gets information about the bot of the calling app.
struct get {
    static constexpr endpoint_spec spec{
        .id = "bot.v3.info.get",
        .method = verb::get,
        .path = "/open-apis/bot/v3/info",
        .tokens = token::tenant,
        .envelope = envelope::flat,
        .doc = "https://open.feishu.cn/document/ukTMukTMukTM/uAjMxEjLwITMx4CMyETM",
    };

    struct response {
        /// Bot of the calling app.
        model::bot_info bot;
    };
};
BOOST_DESCRIBE_STRUCT(get, (), ())
BOOST_DESCRIBE_STRUCT(get::response, (), (bot))

} // namespace feishu::bot_::v3::info
