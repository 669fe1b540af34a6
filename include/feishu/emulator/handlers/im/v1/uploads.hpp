#pragma once
// What the handlers of uploads share.

#include <cstdint>
#include <string>

#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/core/upload.hpp>
#include <feishu/emulator/caller.hpp>

namespace feishu::emulator {

/// The bytes of an upload. Errors: 234006 more than `limit`, 234007 no bot, 234010 empty.
FEISHU_DECL result<std::string> receive_upload(caller const& who, field::upload const& file,
                                               std::uint64_t limit);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/im/v1/impl/uploads.ipp>
#endif
