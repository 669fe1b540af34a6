#pragma once
// Everything of contact. Generated: run codegen/run.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <feishu/api/contact/v3/department.hpp>
#include <feishu/api/contact/v3/scope.hpp>
#include <feishu/api/contact/v3/user.hpp>
#include <feishu/core/catalog.hpp>
#include <feishu/core/event.hpp>

namespace feishu::contact {

/// Every endpoint.
using all = catalog<feishu::contact::v3::department::batch, feishu::contact::v3::department::parent,
                    feishu::contact::v3::department::search, feishu::contact::v3::department::get,
                    feishu::contact::v3::department::children, feishu::contact::v3::scope::list,
                    feishu::contact::v3::user::basic_batch, feishu::contact::v3::user::batch,
                    feishu::contact::v3::user::batch_get_id, feishu::contact::v3::user::find_by_department,
                    feishu::contact::v3::user::get>;

/// Every event.
using all_events =
    event_catalog<feishu::contact::v3::department::created_v3, feishu::contact::v3::department::deleted_v3,
                  feishu::contact::v3::department::updated_v3, feishu::contact::v3::scope::updated_v3,
                  feishu::contact::v3::user::created_v3, feishu::contact::v3::user::deleted_v3,
                  feishu::contact::v3::user::updated_v3>;

} // namespace feishu::contact
