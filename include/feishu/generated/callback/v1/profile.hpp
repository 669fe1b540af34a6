#pragma once
// Feishu callback v1: profile. Generated from codegen/specs/callback/v1/profile.json: edit that, then run codegen/run.

#include <string>

#include <boost/json/value.hpp>

#include <feishu/core/event.hpp>
#include <feishu/generated/common.hpp>

namespace feishu::callback::v1::profile {

/// A client opened a profile. Payload and response are not documented by the platform.
struct get {
    static constexpr event_spec spec{
        .id = "callback.v1.profile.get",
        .type = "profile.view.get",
        .app_types = app_type::custom,
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/event-subscription-guide/"
               "callback-subscription/callback-overview",
    };

    std::string schema;
    feishu::model::event_header header;
    boost::json::value event;
};
BOOST_DESCRIBE_STRUCT(get, (), (schema, header, event))

} // namespace feishu::callback::v1::profile
