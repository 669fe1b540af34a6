#pragma once

#include <string>

#include <feishu/emulator/handlers/im/v1/common.hpp>
#include <feishu/emulator/handlers/im/v1/message_resource.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {
namespace detail {

// Cards and stickers have keys that cannot be downloaded.
inline bool has_resources(open<im::v1::msg_type> const& type) {
    return type != im::v1::msg_type::interactive && type != im::v1::msg_type::sticker;
}

// Keys are long and random: one that stands in the content is a key of it.
inline bool has_key(message const& one, std::string const& key) {
    return one.content.find('"' + key + '"') != std::string::npos;
}

} // namespace detail

FEISHU_DECL result<resource> handle(state& tenant, caller const& who,
                                    im::v1::message_resource::get const& request) {
    auto const found = find_visible_message(tenant, who, request.spec, *request.message_id, recalled::refuse);
    if (!found) {
        auto const code = found.error().code;
        return code == 230110 ? found.error() : refuse(code == 230001 ? 234001 : 234004);
    }
    if (!detail::has_resources((*found)->msg_type) || is_child(**found))
        return refuse(234043);
    auto const* file = tenant.find_resource(*request.file_key);
    if (file == nullptr || !detail::has_key(**found, *request.file_key))
        return refuse(234003);
    if (file->is_image != (*request.type == im::v1::resource_type::image))
        return refuse(234001);
    if (file->file.bytes->size() > tenant.settings.max_resource_bytes)
        return refuse(234037);
    return file->file;
}

} // namespace feishu::emulator
