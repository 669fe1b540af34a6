#pragma once
// Separate compilation of stores: the one in memory, and what all have in common.

#include <feishu/store/impl/memory_log.ipp>
#include <feishu/store/impl/memory_store.ipp>
#include <feishu/store/impl/store.ipp>
