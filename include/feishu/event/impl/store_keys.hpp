#pragma once
// Parts of keys and values in a store.

#include <string>
#include <string_view>

#include <feishu/core/impl/macros.hpp>

namespace feishu::detail {

/// The key of an event as a part of a key in a store; its hash if it is long.
FEISHU_DECL std::string short_key(std::string_view key);

/// A random text that no other process has.
FEISHU_DECL std::string unique_token();

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/event/impl/store_keys.ipp>
#endif
