#pragma once
// Everything of speech_to_text. Generated: run codegen/run.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <feishu/api/speech_to_text/v1/speech.hpp>
#include <feishu/core/catalog.hpp>
#include <feishu/core/event.hpp>

namespace feishu::speech_to_text {

/// Every endpoint.
using all = catalog<feishu::speech_to_text::v1::speech::file_recognize>;

/// Every event.
using all_events = event_catalog<>;

} // namespace feishu::speech_to_text
