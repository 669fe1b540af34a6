#pragma once

#include <utility>

#include <feishu/emulator/handlers/im/v1/file.hpp>
#include <feishu/emulator/handlers/im/v1/uploads.hpp>
#include <feishu/emulator/impl/state/state.hpp>
#include <feishu/emulator/impl/state/stores.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {

FEISHU_DECL result<im::v1::file::create::response> handle(state& tenant, caller const& who,
                                                          im::v1::file::create const& request) {
    auto bytes = receive_upload(who, *request.file, tenant.settings.max_file_bytes);
    if (!bytes)
        return std::move(bytes).error();
    return im::v1::file::create::response{
        .file_key = tenant.add_resource(
            {.file = make_resource(*request.file_name, std::move(*bytes)),
             .app = who.app.app_id,
             .type = *request.file_type,
             .duration = request.duration})};
}

FEISHU_DECL result<resource> handle(state& tenant, caller const& who, im::v1::file::get const& request) {
    auto const* found = tenant.find_resource(request.file_key->str());
    if (found == nullptr || found->is_image)
        return refuse(234001);
    if (found->app != who.app.app_id)
        return refuse(234008);
    if (found->file.bytes->size() > tenant.settings.max_resource_bytes)
        return refuse(234037);
    return found->file;
}

} // namespace feishu::emulator
