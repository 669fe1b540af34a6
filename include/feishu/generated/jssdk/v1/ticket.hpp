#pragma once
// Feishu jssdk v1: ticket. Generated from codegen/specs/jssdk/v1/ticket.json: edit that, then run codegen/run.

#include <string>

#include <feishu/generated/common.hpp>

namespace feishu::jssdk::v1::ticket {

/// Gets a ticket for signing JS SDK calls.
struct get {
    static constexpr endpoint_spec spec{
        .id = "jssdk.v1.ticket.get",
        .method = verb::post,
        .path = "/open-apis/jssdk/ticket/get",
        .tokens = token::tenant,
        .doc = "https://open.feishu.cn/document/ukTMukTMukTM/uYTM5UjL2ETO14iNxkTN/h5_js_sdk/authorization",
    };

    struct response {
        /// JS SDK ticket.
        std::string ticket;
        /// Lifetime of the ticket in seconds.
        int expire_in = 0;
    };
};
BOOST_DESCRIBE_STRUCT(get, (), ())
BOOST_DESCRIBE_STRUCT(get::response, (), (ticket, expire_in))

} // namespace feishu::jssdk::v1::ticket
