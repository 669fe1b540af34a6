#pragma once

#include <feishu/emulator/handlers/im/v1/uploads.hpp>
#include <feishu/emulator/refusal.hpp>

namespace feishu::emulator {

FEISHU_DECL result<std::string> receive_upload(caller const& who, field::upload const& file,
                                               std::uint64_t limit) {
    if (!who.user && !who.app.bot)
        return refuse(234007);
    std::string problem;
    auto const size = file.source() ? file.source()->size(problem) : 0;
    if (size == 0)
        return refuse(234010);
    if (size > limit)
        return refuse(234006);
    std::string bytes(static_cast<std::size_t>(size), '\0');
    bytes.resize(file.source()->read(0, bytes.data(), bytes.size()));
    return bytes;
}

} // namespace feishu::emulator
