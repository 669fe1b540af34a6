#pragma once
// Feishu event v1: connection. Generated from codegen/specs/event/v1/connection.json: edit that, then run codegen/run.

#include <feishu/generated/common.hpp>

namespace feishu::event_::v1::connection {

/// Gets the number of open long connections of the app, on all machines.
struct get {
    static constexpr endpoint_spec spec{
        .id = "event.v1.connection.get",
        .method = verb::get,
        .path = "/open-apis/event/v1/connection",
        .tokens = token::tenant,
        .app_types = app_type::custom,
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/event-v1/connection/get",
    };

    struct response {
        /// Number of open connections.
        int online_instance_cnt = 0;
    };
};
BOOST_DESCRIBE_STRUCT(get, (), ())
BOOST_DESCRIBE_STRUCT(get::response, (), (online_instance_cnt))

} // namespace feishu::event_::v1::connection
