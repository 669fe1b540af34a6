#pragma once
// Everything of optical_char_recognition. Generated: run codegen/run.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <feishu/api/optical_char_recognition/v1/image.hpp>
#include <feishu/core/catalog.hpp>
#include <feishu/core/event.hpp>

namespace feishu::optical_char_recognition {

/// Every endpoint.
using all = catalog<feishu::optical_char_recognition::v1::image::basic_recognize>;

/// Every event.
using all_events = event_catalog<>;

} // namespace feishu::optical_char_recognition
