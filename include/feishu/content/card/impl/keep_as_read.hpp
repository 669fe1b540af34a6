#pragma once
// keep_as_read: preserves values that the JSON reader discards, in structs that keep unknown members: nulls,
// empty strings in place of numbers, and lists and maps with entries of another JSON type than described.

#include <boost/json/value.hpp>

#include <feishu/core/impl/macros.hpp>
#include <feishu/json/impl/binding.hpp>

namespace feishu::card::detail {

/// Copies such members of `from` to the unknown members of `object`, which was read from it.
FEISHU_DECL void keep_as_read(json::binding const& type, void* object, boost::json::value const& from);

} // namespace feishu::card::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/content/card/impl/keep_as_read.ipp>
#endif
