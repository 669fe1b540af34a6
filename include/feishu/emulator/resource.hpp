#pragma once
// resource: a file of the emulated tenant, or the response of a handler that serves downloads.
//
//     platform.serve<im::file::get>([](emulator::caller const&, im::file::get const&) -> result<emulator::resource> {
//         return emulator::make_resource("报告.pdf", bytes); });

#include <feishu/core/impl/toolchain.hpp>
FEISHU_CHECK_TOOLCHAIN

#include <memory>
#include <string>
#include <utility>

#include <feishu/core/impl/macros.hpp>

namespace feishu::emulator {

/// A file: its name, its type, its content. Copies share the content.
struct resource {
    std::string file_name{};    ///< in UTF-8
    std::string content_type{}; ///< application/octet-stream if empty
    std::shared_ptr<std::string const> bytes{};
};

/// A file with this content, whose type follows from the extension of its name.
FEISHU_DECL resource make_resource(std::string file_name, std::string bytes);

} // namespace feishu::emulator

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/resource.ipp>
#endif
