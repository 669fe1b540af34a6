#pragma once
// Handlers of im.v1.image: uploading and downloading images.

#include <feishu/api/im/v1/image.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/caller.hpp>
#include <feishu/emulator/resource.hpp>

namespace feishu::emulator {

class state;

/// Uploads an image. Errors: 234006 too large, 234007 no bot, 234010 empty, 234011 an unknown format.
FEISHU_DECL result<im::v1::image::create::response> handle(state& tenant, caller const& who,
                                                           im::v1::image::create const& request);

/// Downloads an image that the app has uploaded for messages. Errors: 234001 unknown, or an avatar; 234007 no bot,
/// 234008 uploaded by another.
FEISHU_DECL result<resource> handle(state& tenant, caller const& who, im::v1::image::get const& request);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/handlers/im/v1/impl/image.ipp>
#endif
