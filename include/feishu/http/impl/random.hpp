#pragma once
// Random digits for unique names: boundaries, uuids.

#include <cstddef>
#include <string>

#include <feishu/core/impl/macros.hpp>

namespace feishu::http::detail {

/// Random hexadecimal digits from OpenSSL. Parent and forked child never generate the same ones. They are drawn
/// ahead of their use and remain in memory, so they do not serve as secrets. Thread-safe. Throws std::runtime_error
/// when the system has no entropy.
FEISHU_DECL std::string random_hex(std::size_t digits);

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/random.ipp>
#endif
