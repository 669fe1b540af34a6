#pragma once
// target_gone: whether an error means that the message to reply to is gone.

#include <feishu/core/errc.hpp>
#include <feishu/core/error.hpp>

namespace feishu::detail {

/// True if a reply can never succeed, while a new message to the chat may. A rate limit, a chat that the bot has left,
/// and content that is refused are none of these.
constexpr bool is_target_gone(errc code) {
    switch (code) {
    case errc::message_recalled:
    case errc::message_deleted:
    case errc::message_invisible:
    case errc::message_self_destructing:
    case errc::thread_not_found:
    case errc::thread_invisible: return true;
    default: return false;
    }
}

inline bool is_target_gone(error const& why) {
    return why.kind == error_kind::api && is_target_gone(why.symbol());
}

} // namespace feishu::detail
