#pragma once
// file_response: a file, or the part of it that a request asks for.

#include <feishu/core/impl/macros.hpp>
#include <feishu/emulator/impl/gateway/http_message.hpp>
#include <feishu/emulator/resource.hpp>

namespace feishu::emulator::detail {

/// Honours Range, with one range, and If-Range with the ETag; 416 for a range beyond the end.
FEISHU_DECL response file_response(resource const& file, request const& req);

} // namespace feishu::emulator::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/emulator/impl/gateway/file_response.ipp>
#endif
