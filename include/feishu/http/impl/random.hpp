#pragma once
// Random bytes for unique names: boundaries, uuids.

#include <cstddef>
#include <string>

#include <feishu/core/impl/macros.hpp>

namespace feishu::http::detail {

/// From OpenSSL, whose generator reseeds itself in a forked child: parent and child never generate the same
/// bytes. Thread-safe. Throws std::runtime_error when the system has no entropy.
FEISHU_DECL std::string random_bytes(std::size_t count);

/// Random hexadecimal digits.
FEISHU_DECL std::string random_hex(std::size_t digits);

} // namespace feishu::http::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/http/impl/random.ipp>
#endif
