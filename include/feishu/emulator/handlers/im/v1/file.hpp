#pragma once
// Handlers of im.v1.file: uploading and downloading files.

#include <feishu/api/im/v1/file.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>
#include <feishu/emulator/resource.hpp>

namespace feishu::emulator {

class state;

/// Uploads a file. Errors: 234006 too large, 234007 no bot, 234010 empty.
FEISHU_DECL result<im::v1::file::create::response> handle(state& tenant, caller const& who,
                                                          im::v1::file::create const& request);

/// Downloads a file that the app has uploaded. Errors: 234001 unknown, 234008 uploaded by another, 234037 too large.
FEISHU_DECL result<resource> handle(state& tenant, caller const& who, im::v1::file::get const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/im/v1/impl/file.ipp>
#endif
