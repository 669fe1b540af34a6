#pragma once
// Everything of callback. Generated: run codegen/run.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <feishu/api/callback/v1/card.hpp>
#include <feishu/api/callback/v1/profile.hpp>
#include <feishu/api/callback/v1/url_preview.hpp>
#include <feishu/core/catalog.hpp>
#include <feishu/core/event.hpp>

namespace feishu::callback {

/// Every endpoint.
using all = catalog<>;

/// Every event.
using all_events =
    event_catalog<feishu::callback::v1::card::action_trigger, feishu::callback::v1::card::action_trigger_v1,
                  feishu::callback::v1::profile::get, feishu::callback::v1::url_preview::get>;

} // namespace feishu::callback
