#pragma once
// Feishu application v6: visibility. Generated from codegen/specs/application/v6/visibility.json: edit that, then run codegen/run.

#include <string>
#include <vector>

#include <feishu/core/event.hpp>
#include <feishu/generated/common.hpp>

namespace feishu::application::v6::visibility {

/// Users installed the app themselves, which extended its availability.
struct added_v6 {
    static constexpr event_spec spec{
        .id = "application.v6.visibility.added_v6",
        .type = "application.application.visibility.added_v6",
        .app_types = app_type::store,
        .doc = "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/application-v6/event/"
               "app-availability-scope-extended",
    };

    struct event_data {
        struct user {
            /// Ids of the user.
            feishu::model::user_ids user_id;
        };

        /// Reserved; ignore.
        int source = 0;
        /// Users who installed the app.
        std::vector<user> users;
    };

    std::string schema;
    feishu::model::event_header header;
    event_data event;
};
BOOST_DESCRIBE_STRUCT(added_v6::event_data::user, (), (user_id))
BOOST_DESCRIBE_STRUCT(added_v6::event_data, (), (source, users))
BOOST_DESCRIBE_STRUCT(added_v6, (), (schema, header, event))

} // namespace feishu::application::v6::visibility
