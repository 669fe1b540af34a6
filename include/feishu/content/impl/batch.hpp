#pragma once
// Content of batch messages, which take it as a JSON object with partly different member names.

#include <string_view>

#include <boost/json/fwd.hpp>

#include <feishu/core/impl/macros.hpp>
#include <feishu/core/json_text.hpp>

namespace feishu::detail {

/// Converts content for message.v4.batch_send: a post is nested in `post`, a shared chat has share_chat_id.
/// Null if it is not a JSON document.
FEISHU_DECL boost::json::value batch_content(std::string_view msg_type, field::json_text const& content);

/// Calls `report(path)` for every md element of a post in a batch message.
FEISHU_DECL void find_batch_md(boost::json::value const& content,
                               void (*report)(void* to, std::string_view path), void* to);

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/content/impl/batch.ipp>
#endif
