#pragma once

#include <string_view>
#include <utility>

#include <feishu/emulator/handlers/im/v1/image.hpp>
#include <feishu/emulator/handlers/im/v1/uploads.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

struct image_format {
    std::string_view extension;
    std::size_t offset; ///< of the signature
    std::string_view signature;
};

inline constexpr image_format image_formats[] = {
    {".jpg", 0, "\xFF\xD8\xFF"}, {".png", 0, "\x89PNG\r\n\x1A\n"},
    {".gif", 0, "GIF8"},         {".webp", 8, "WEBP"},
    {".bmp", 0, "BM"},           {".tiff", 0, {"II*\0", 4}},
    {".tiff", 0, {"MM\0*", 4}},  {".ico", 0, {"\0\0\1\0", 4}},
    {".heic", 4, "ftypheic"},    {".heic", 4, "ftypmif1"},
};

// The extension of an image's format; empty if it is unknown.
inline std::string_view extension_of(std::string_view bytes) {
    for (auto const& format : image_formats)
        if (bytes.size() > format.offset && bytes.substr(format.offset).starts_with(format.signature))
            return format.extension;
    return {};
}

} // namespace detail

FEISHU_DECL result<im::v1::image::create::response> handle(state& tenant, caller const& who,
                                                           im::v1::image::create const& request) {
    auto bytes = receive_upload(who, *request.image, tenant.settings.max_image_bytes);
    if (!bytes)
        return std::move(bytes).error();
    auto const extension = detail::extension_of(*bytes);
    if (extension.empty())
        return refuse(234011);
    return im::v1::image::create::response{
        .image_key =
            tenant.add_resource({.file = make_resource("image" + std::string(extension), std::move(*bytes)),
                                 .app = who.app.app_id,
                                 .is_image = true,
                                 .is_avatar = *request.image_type == im::v1::image_type::avatar})};
}

FEISHU_DECL result<resource> handle(state& tenant, caller const& who, im::v1::image::get const& request) {
    if (!who.app.bot)
        return refuse(234007);
    auto const* found = tenant.find_resource(request.image_key->str());
    if (found == nullptr || !found->is_image || found->is_avatar)
        return refuse(234001);
    if (found->app != who.app.app_id)
        return refuse(234008);
    return found->file;
}

} // namespace feishu::emulator
