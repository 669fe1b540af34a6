#pragma once
// read_options: limits and strictness of reading JSON.

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <cstddef>

#include <feishu/json/notes.hpp>

namespace feishu::json {

/// Limits and strictness of reading.
struct read_options {
    std::size_t max_depth = 64;        ///< maximum nesting of objects and lists
    std::size_t max_bytes = 64u << 20; ///< maximum size of the document
    bool strict = false;               ///< a value of another JSON kind is an error, as on the platform
    json::notes* notes = nullptr;      ///< receives what was skipped; outlives the reader
};

} // namespace feishu::json
