#pragma once
// Everything of contact. Generated: run codegen/run.

#include <feishu/api/contact/v3/user.hpp>
#include <feishu/core/catalog.hpp>
#include <feishu/core/event.hpp>

namespace feishu::contact {

/// Every endpoint.
using all = catalog<feishu::contact::v3::user::batch_get_id, feishu::contact::v3::user::get>;

/// Every event.
using all_events = event_catalog<>;

} // namespace feishu::contact
