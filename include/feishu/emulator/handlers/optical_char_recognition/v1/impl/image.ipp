#pragma once

#include <feishu/core/impl/base64.hpp>
#include <feishu/emulator/handlers/optical_char_recognition/v1/image.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {

FEISHU_DECL result<optical_char_recognition::v1::image::basic_recognize::response>
handle(state& tenant, caller const&, optical_char_recognition::v1::image::basic_recognize const& request) {
    auto const bytes = from_base64(request.image.value_or(""));
    if (!bytes || bytes->empty())
        return refuse(1150101, "image");
    return optical_char_recognition::v1::image::basic_recognize::response{
        .text_list = tenant.language_services.image_text};
}

} // namespace feishu::emulator
